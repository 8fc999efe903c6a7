import { Session } from '../http/Session.ts';
import { startPortal } from '../portal/startPortal.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';
import {
  CUSTOMERS,
  LINES_PER_LOG,
  MEMBER_SHARE,
  seedManyLogLines,
} from './manyLogLines.ts';

const CLIENTS = 4;
const ROUNDS = 40;
/** A stall of the machine after so many rows were made is not the search's. */
const WARM_UP_MS = 20_000;
const GOAL_MS = 200;

/** Searching the logs of deployments with very many lines in them. */
export async function logs(options: { isQuick: boolean }): Promise<Benchmark> {
  const lines = options.isQuick ? 100_000 : 1_000_000;
  const { portal, database, cast, remove } = await startPortal({
    // What counts here is how fast answers are, not how many may be asked for.
    tenancy: { limits: { tiers: { premium: { requestsPerMinute: 100_000 } } } },
    sites: { health: { interval: { hours: 24 } } },
  });
  try {
    const seconds = await seedManyLogLines(database, {
      lines,
      member: cast.onlooker.slug,
    });
    const signIn = (email: string) =>
      Session.signIn(portal.url, email, { email, password: cast.password });
    const halfway = lines / LINES_PER_LOG / 2;
    return {
      title: 'Search in logs',
      method: `${lines.toLocaleString('en')} lines of ${(lines / LINES_PER_LOG).toLocaleString('en')} deployments of ${CUSTOMERS} customers in the table, very many of a few, one in ${MEMBER_SHARE} of the member's customer, made with their words in ${Math.round(seconds)} s; after ${WARM_UP_MS / 1_000} s of such searches, for each kind ${CLIENTS * ROUNDS} requests over HTTP by ${CLIENTS} clients at once.`,
      figures: [
        ...(await measureSearches(
          'staff',
          await signIn(cast.staff[0].email),
          searches('bench-00042', halfway),
        )),
        ...(await measureSearches(
          'a member',
          await signIn(cast.onlooker.members[0].email),
          searches(undefined, halfway),
        )),
      ],
    };
  } finally {
    await remove();
  }
}

/** Searches by what they are for. */
function searches(
  customer: string | undefined,
  halfway: number,
): Record<string, Record<string, string>> {
  const before = `dep_bench_${String(halfway).padStart(8, '0')}`;
  return {
    'a rare word': { text: 'ThrottlingException' },
    'a word of one log': { text: 'canary4321' },
    'a word that is nowhere': { text: 'nosuchword' },
    'a frequent word': { text: 'creation' },
    'a frequent word, half a year down': { text: 'creation', before },
    'the beginning of frequent words': { text: 'aws' },
    'the beginning of very many words': { text: '3f' },
    'two frequent words': { text: 'creation complete' },
    'three frequent words, of one line': { text: 'module refreshing state' },
    'frequent words, of no one line': { text: 'refreshing creation' },
    'a rare and a frequent word': { text: 'ThrottlingException request' },
    ...(customer && {
      'a frequent word, of one customer': { text: 'creation', customer },
      'a rare word, of one customer': { text: 'throttling', customer },
    }),
  };
}

async function measureSearches(
  who: string,
  session: Session,
  kinds: Record<string, Record<string, string>>,
): Promise<Figure[]> {
  const all: number[] = [];
  const figures: Figure[] = [];
  await warmUp(session, Object.values(kinds).map(pathOf));
  for (const [what, query] of Object.entries(kinds)) {
    const path = pathOf(query);
    const times = await Promise.all(
      Array.from({ length: CLIENTS }, () => timeCalls(session, path, ROUNDS)),
    );
    all.push(...times.flat());
    figures.push(toFigure(`${who}, ${what}`, times.flat()));
  }
  return [toFigure(`${who}, all of these`, all), ...figures];
}

async function warmUp(session: Session, paths: string[]): Promise<void> {
  const end = performance.now() + WARM_UP_MS;
  while (performance.now() < end) {
    for (const path of paths) {
      await timeCalls(session, path, 1);
    }
  }
}

/** With %20 for spaces: the API takes no plus for one. */
function pathOf(query: Record<string, string>): string {
  const encoded = new URLSearchParams(query).toString();
  return `/api/sites/log-search?${encoded.replaceAll('+', '%20')}`;
}

async function timeCalls(
  session: Session,
  path: string,
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let call = 0; call < count; call++) {
    const start = performance.now();
    await session.json({ path });
    times.push(performance.now() - start);
  }
  return times;
}

function toFigure(what: string, times: number[]): Figure {
  const [p50, p95] = [0.5, 0.95].map(share => percentile(times, share));
  return {
    what,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
    goal: `p95 under ${GOAL_MS} ms`,
    reached: p95 < GOAL_MS,
  };
}
