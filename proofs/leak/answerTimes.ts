import type { Call } from '../http/request.ts';
import type { Session } from '../http/Session.ts';

/** Calls that differ in one name only: of what is foreign, of nothing. */
export interface TimedPair {
  route: string;
  foreign: Call;
  unknown: Call;
}

const ROUNDS = 3;
const CALLS_PER_ROUND = 30;
/** What a lookup more would cost, and no less than what a clock here tells. */
const NOTICEABLE_MS = 3;
const NOTICEABLE_SHARE = 0.35;

/**
 * Compares how long a foreign and an unknown name take. A busy machine only
 * ever makes answers slower, so the quick quarter of each is compared, and a
 * difference counts when each of several rounds shows it, the same way round.
 *
 * @returns one line for each pair whose times tell the names apart
 */
export async function findTellingTimes(
  who: Session,
  pairs: TimedPair[],
): Promise<string[]> {
  const telling: string[] = [];
  for (const pair of pairs) {
    const differences: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const difference = await compareOnce(who, pair);
      if (!difference) {
        break;
      }
      differences.push(difference);
    }
    const isConstant = new Set(differences.map(each => each[0])).size === 1;
    if (differences.length === ROUNDS && isConstant) {
      telling.push(`${pair.route}: foreign ${differences.join(', ')} ms`);
    }
  }
  return telling;
}

/** @returns by how much the foreign name is slower, such as `+12.5` */
async function compareOnce(
  who: Session,
  { foreign, unknown }: TimedPair,
): Promise<string | undefined> {
  const times = { foreign: [] as number[], unknown: [] as number[] };
  for (let call = 0; call < CALLS_PER_ROUND; call++) {
    // One after the other, so that what slows one slows both.
    times.foreign.push(await timed(who, foreign));
    times.unknown.push(await timed(who, unknown));
  }
  const slow = quickQuarter(times.foreign);
  const base = quickQuarter(times.unknown);
  const limit = Math.max(NOTICEABLE_MS, base * NOTICEABLE_SHARE);
  const difference = slow - base;
  return Math.abs(difference) > limit
    ? `${difference > 0 ? '+' : ''}${difference.toFixed(1)}`
    : undefined;
}

async function timed(who: Session, call: Call): Promise<number> {
  const begin = performance.now();
  await who.call(call);
  return performance.now() - begin;
}

function quickQuarter(times: number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 4)];
}
