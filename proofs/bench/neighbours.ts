import { setTimeout as sleep } from 'node:timers/promises';
import { Session } from '../http/Session.ts';
import { startPortal } from '../portal/startPortal.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';

const LIMIT = 100;
/** The limit of the portal's pages is this many times that of programs. */
const PAGES = 10;
const PHASE_MS = 60_000;
const PAUSE_MS = 150;
const CALL = { path: '/api/sites/sites?limit=25' };
const FROM_PAGES = { 'sec-fetch-site': 'same-origin' };

/** How much one customer far beyond its limit slows another. */
export async function neighbours(): Promise<Benchmark> {
  const { portal, startReplica, cast, remove } = await startPortal({
    sites: { health: { interval: { hours: 24 } } },
    tenancy: { limits: { tiers: { premium: { requestsPerMinute: LIMIT } } } },
  });
  try {
    const origins = [portal.url, (await startReplica()).url];
    const signIn = ({ email }: { email: string }) =>
      Promise.all(
        origins.map(origin =>
          Session.signIn(origin, email, { email, password: cast.password }),
        ),
      );
    const quiet = await signIn(cast.onlooker.members[0]);
    const noisy = await signIn(cast.observed.members[0]);
    // The noisy one's budgets are whole again after each quiet phase.
    await measure(quiet, 10_000);
    const before = await measure(quiet, PHASE_MS);
    const asProgram = await beside(quiet, noisy, 4 * LIMIT, {});
    const between = await measure(quiet, PHASE_MS);
    const asPages = await beside(quiet, noisy, 4 * LIMIT * PAGES, FROM_PAGES);
    const alone = [...before, ...between];
    return {
      title: 'Noisy neighbours',
      method: `Two backend processes on one database. One customer lists its sites over both, every ${PAUSE_MS} ms, for a minute alone and for a minute while another customer asks for four times its limit (${LIMIT} requests a minute of programs; ${LIMIT * PAGES} of pages), evenly spread.`,
      figures: [
        figure('p95 beside a program', alone, asProgram),
        figure('p95 beside pages', alone, asPages),
      ],
    };
  } finally {
    await remove();
  }
}

interface Beside {
  times: number[];
  passed: number;
  refused: number;
}

function figure(what: string, alone: number[], noise: Beside): Figure {
  const [p95, base] = [percentile(noise.times, 0.95), percentile(alone, 0.95)];
  return {
    what: `${what}, of whose requests ${noise.passed} pass and ${noise.refused} are refused`,
    measured: milliseconds(p95),
    comparedWith: milliseconds(base),
    ratio: p95 / base,
    goal: 'at most 1.2 times',
    reached: p95 / base <= 1.2,
  };
}

async function beside(
  quiet: Session[],
  noisy: Session[],
  perMinute: number,
  headers: Record<string, string>,
): Promise<Beside> {
  const noise = new AbortController();
  const counts = { passed: 0, refused: 0 };
  const done = makeNoise(noisy, perMinute, headers, counts, noise.signal);
  const times = await measure(quiet, PHASE_MS);
  noise.abort();
  await done;
  return { times, ...counts };
}

/** Sends on time, whether answers come or not, as many programs would. */
async function makeNoise(
  sessions: Session[],
  perMinute: number,
  headers: Record<string, string>,
  counts: { passed: number; refused: number },
  signal: AbortSignal,
): Promise<void> {
  const open = new Set<Promise<void>>();
  const begun = performance.now();
  for (let sent = 0; !signal.aborted; sent++) {
    const call = sessions[sent % sessions.length]
      .call({ ...CALL, headers })
      .then(({ status }) => {
        counts[status === 429 ? 'refused' : 'passed'] += 1;
      })
      .finally(() => open.delete(call));
    open.add(call);
    const due = begun + ((sent + 1) * 60_000) / perMinute;
    await sleep(Math.max(0, due - performance.now()));
  }
  await Promise.all(open);
}

async function measure(
  sessions: Session[],
  duration: number,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + duration;
  for (let round = 0; performance.now() < end; round++) {
    const start = performance.now();
    const { status } = await sessions[round % sessions.length].call({
      ...CALL,
      headers: FROM_PAGES,
    });
    if (status !== 200) {
      throw new Error(`The quiet customer was answered ${status}`);
    }
    times.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  return times;
}
