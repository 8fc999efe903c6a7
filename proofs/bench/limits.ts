import path from 'node:path';
import { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import { startPortal } from '../portal/startPortal.ts';
import { costOf } from './costOf.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';
import type { Statement } from './reportStatements.ts';

const ROUNDS = 300;
const LIMIT = 1_000;
const CALL = { path: '/api/tenancy/me' };

/** What counting costs a request, and what a refused one costs. */
export async function limits(): Promise<Benchmark> {
  const { portal, database, cast, remove } = await startPortal(
    {
      tenancy: { limits: { tiers: { premium: { requestsPerMinute: LIMIT } } } },
    },
    ['reportStatements.ts', 'switchCosts.ts'].map(file =>
      path.join(import.meta.dirname, file),
    ),
  );
  try {
    const { email } = cast.onlooker.members[0];
    const member = await Session.signIn(portal.url, email, {
      email,
      password: cast.password,
    });
    await timeCalls(member, 200, 20);
    const statement = await countingStatement(portal, member);
    const counting = await timeStatement(database, statement);
    const passed = await timeCalls(member, 200, ROUNDS);
    const added = await costOf({
      portal,
      what: 'counting',
      named: 'the same request, with counting',
      runsPerBlock: 20,
      work: () => member.json(CALL),
    });
    await useUp(member);
    const refused = await timeCalls(member, 429, ROUNDS);
    return toBenchmark(counting, passed, refused, added);
  } finally {
    await remove();
  }
}

function toBenchmark(
  counting: number[],
  passed: number[],
  refused: number[],
  added: Figure,
): Benchmark {
  const [cost, whole] = [percentile(counting, 0.5), percentile(passed, 0.5)];
  return {
    title: 'Limits of requests',
    method: `\`GET ${CALL.path}\` of a member, ${ROUNDS} times, one after the other: with requests left, and refused. Counting is the one statement that a request runs for its limit, taken from the portal and timed by itself; what is refused runs none. With and without counting: the same request in the same process, in turn.`,
    figures: [
      figure('counting a request', counting, {
        comparedWith: `${milliseconds(whole)} for the request`,
        ratio: cost / whole,
        goal: 'p95 under 2 ms',
        reached: percentile(counting, 0.95) < 2,
      }),
      added,
      figure('a request that passes', passed),
      figure('a request that is refused', refused, {
        comparedWith: milliseconds(whole),
        ratio: percentile(refused, 0.5) / whole,
      }),
    ],
  };
}

function figure(
  what: string,
  times: number[],
  rest: Partial<Figure> = {},
): Figure {
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return {
    what,
    measured: `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`,
    ...rest,
  };
}

async function timeCalls(
  session: Session,
  status: number,
  rounds: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const answer = await session.call(CALL);
    times.push(performance.now() - start);
    if (answer.status !== status) {
      throw new Error(`Expected ${status}, got ${answer.status}`);
    }
  }
  return times;
}

async function useUp(session: Session): Promise<void> {
  for (let round = 0; round <= LIMIT / 20; round++) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => session.call(CALL)),
    );
    if (answers.some(({ status }) => status === 429)) {
      return;
    }
  }
  throw new Error('The limit was never reached');
}

/** As the portal itself runs it. */
async function countingStatement(
  portal: Portal,
  session: Session,
): Promise<Statement> {
  await portal.ask('record statements');
  await session.json(CALL);
  const { statements } = await portal.ask<{ statements: Statement[] }>(
    'recorded statements',
  );
  const counting = statements.filter(({ text }) =>
    text.includes('request_counts'),
  );
  if (counting.length !== 1) {
    throw new Error(`A request ran ${counting.length} statements to count it`);
  }
  return counting[0];
}

async function timeStatement(
  database: Database,
  { text, values }: Statement,
): Promise<number[]> {
  const client = await database.pool.connect();
  try {
    await client.query('set search_path to tenancy');
    const times: number[] = [];
    for (let round = -20; round < ROUNDS; round++) {
      const start = performance.now();
      // Under a key of its own, so that the member's count stays what it is.
      await client.query(text, ['bench', ...values.slice(1)]);
      if (round >= 0) {
        times.push(performance.now() - start);
      }
    }
    return times;
  } finally {
    client.release();
  }
}
