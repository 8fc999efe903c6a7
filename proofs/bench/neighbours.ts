import { setTimeout as sleep } from 'node:timers/promises';
import { Session } from '../http/Session.ts';
import { startPortal } from '../portal/startPortal.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';
import { makeNoise, type Noise } from './makeNoise.ts';
import { startIdleServer } from './startIdleServer.ts';

const LIMIT = 100;
const TIMES_THE_LIMIT = 4;
const PHASE_MS = 60_000;
const PAUSE_MS = 150;
const PATH = '/api/sites/sites?limit=25';
const FROM_PAGES = { 'sec-fetch-site': 'same-origin' };
const MOST = 1.2;

/** How much one customer far beyond its limit slows another. */
export async function neighbours(options: {
  isQuick: boolean;
}): Promise<Benchmark> {
  const rounds = options.isQuick ? 1 : 2;
  const { portal, startReplica, cast, remove } = await startPortal({
    sites: { health: { interval: { hours: 24 } } },
  });
  const idle = await startIdleServer();
  try {
    const origins = [portal.url, (await startReplica()).url];
    const signIn = ({ email }: { email: string }) =>
      Promise.all(
        origins.map(origin =>
          Session.signIn(origin, email, { email, password: cast.password }),
        ),
      );
    const [staff] = await signIn(cast.staff[0]);
    await staff.json({
      method: 'PATCH',
      path: `/api/tenancy/customers/${cast.observed.slug}/limits`,
      body: { requestsPerMinute: LIMIT },
    });
    const quiet = await signIn(cast.onlooker.members[0]);
    const noisy = await signIn(cast.observed.members[0]);
    const nowhere = [Session.nobody(idle.url)];
    await measure(quiet, 10_000);
    const figures: Figure[] = [];
    for (const [what, headers] of [
      ['programs', {}],
      ['pages', FROM_PAGES],
    ] as const) {
      const limit = await limitOf(noisy[0], headers);
      const call = { path: PATH, headers };
      const perMinute = TIMES_THE_LIMIT * limit;
      const alone: Beside[] = [];
      const beside: Beside[] = [];
      // The noisy one's budget is whole again after each phase without it.
      for (let round = 0; round < rounds; round++) {
        alone.push(await measureBeside(quiet, nowhere, call, perMinute));
        beside.push(await measureBeside(quiet, noisy, call, perMinute));
      }
      figures.push(toFigure(what, limit, alone, beside));
    }
    return {
      title: 'Noisy neighbours',
      method: `Two backend processes on one database. One customer lists its sites over both, every ${PAUSE_MS} ms, for ${rounds} minutes while another customer asks for ${TIMES_THE_LIMIT} times its limit, evenly spread, in turn with as many minutes in which the same requests go to a server that does nothing: what it costs the machine to send them is in both figures.`,
      figures,
    };
  } finally {
    idle.stop();
    await remove();
  }
}

interface Beside {
  times: number[];
  noise: Noise;
}

function toFigure(
  what: string,
  limit: number,
  alone: Beside[],
  beside: Beside[],
): Figure {
  const p95Of = (runs: Beside[]) =>
    percentile(
      runs.flatMap(({ times }) => times),
      0.95,
    );
  const sum = (answer: keyof Noise) =>
    beside.reduce((count, { noise }) => count + noise[answer], 0);
  const [p95, base] = [p95Of(beside), p95Of(alone)];
  return {
    what: `p95 beside ${what} at ${TIMES_THE_LIMIT} times ${limit} requests a minute, of which ${sum('passed')} pass and ${sum('refused')} are refused`,
    measured: milliseconds(p95),
    comparedWith: milliseconds(base),
    ratio: p95 / base,
    goal: `at most ${MOST} times`,
    reached: p95 / base <= MOST,
  };
}

/** As the portal tells it. The request counts, but in a window before. */
async function limitOf(
  session: Session,
  headers: Record<string, string>,
): Promise<number> {
  const answer = await session.call({ path: PATH, headers });
  const quota = /q=(\d+)/.exec(answer.headers['ratelimit-policy'] ?? '')?.[1];
  if (!quota) {
    throw new Error('The portal told no limit');
  }
  return Number(quota);
}

async function measureBeside(
  quiet: Session[],
  noisy: Session[],
  call: { path: string; headers: Record<string, string> },
  perMinute: number,
): Promise<Beside> {
  const over = new AbortController();
  const noise = makeNoise(noisy, call, perMinute, over.signal);
  const times = await measure(quiet, PHASE_MS);
  over.abort();
  return { times, noise: await noise };
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
      path: PATH,
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
