import { verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import { startPortal } from '../portal/startPortal.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';

/** As many as the portal hashes; see PasswordHasher. */
const AT_ONCE = Math.min(Math.max(availableParallelism() - 1, 1), 3);
const PAUSE_MS = 100;
const LIST = { path: '/api/sites/sites?limit=25' };

interface Person {
  email: string;
  password: string;
}

/** How many sign in per second, and what others notice of it. */
export async function signIns(options: {
  isQuick: boolean;
}): Promise<Benchmark> {
  const phaseMs = options.isQuick ? 15_000 : 60_000;
  const { portal, database, cast, remove } = await startPortal();
  try {
    const people = [cast.onlooker, cast.observed, cast.suspended]
      .flatMap(({ members }) => members)
      .map(({ email }) => ({ email, password: cast.password }));
    const [quiet, ...crowd] = people;
    const reader = await Session.signIn(portal.url, quiet.email, quiet);
    const passwordHash = await findHash(database, cast.onlooker.slug);
    const ceilings = [
      await verifyAll(passwordHash, cast.password, phaseMs / 4),
    ];
    await timeLists(reader, 5_000);
    const alone = await timeLists(reader, phaseMs);
    const over = new AbortController();
    const begun = performance.now();
    const flood = signInAll(portal.url, crowd, over.signal);
    const beside = await timeLists(reader, phaseMs);
    over.abort();
    const done = await flood;
    const perSecond = (done * 1_000) / (performance.now() - begun);
    ceilings.push(await verifyAll(passwordHash, cast.password, phaseMs / 4));
    return toBenchmark(crowd.length, { perSecond, ceilings, alone, beside });
  } finally {
    await remove();
  }
}

function toBenchmark(
  crowd: number,
  measured: {
    perSecond: number;
    ceilings: number[];
    alone: number[];
    beside: number[];
  },
): Benchmark {
  const { perSecond, ceilings, alone, beside } = measured;
  const ceiling = percentile(ceilings, 1);
  return {
    title: 'Sign-ins',
    method: `${crowd} people sign in over and over, all at once, for as long as one member lists sites every ${PAUSE_MS} ms; before, the member does so alone. The ceiling: nothing but argon2id on the hash that the portal made (OWASP's figures: 19 MiB, 2 passes), as many at once as the portal allows itself on this machine (${AT_ONCE}).`,
    figures: [
      {
        what: 'sign-ins, against the ceiling of their hashing',
        measured: `${perSecond.toFixed(1)} a second`,
        comparedWith: `${ceiling.toFixed(1)} a second`,
        ratio: perSecond / ceiling,
      },
      ...[0.5, 0.95].map(share => toFigure(share, alone, beside)),
    ],
  };
}

function toFigure(share: number, alone: number[], beside: number[]): Figure {
  const [time, base] = [beside, alone].map(times => percentile(times, share));
  return {
    what: `p${share * 100} of a list meanwhile`,
    measured: milliseconds(time),
    comparedWith: `${milliseconds(base)} alone`,
    ratio: time / base,
  };
}

async function findHash(database: Database, tenant: string): Promise<string> {
  const [row] = await database.acrossTenants<{ password_hash: string }>(
    'select password_hash from auth.local_accounts where tenant_id = $1 limit 1',
    [tenant],
  );
  return row.password_hash;
}

/** @returns verifications a second */
async function verifyAll(
  passwordHash: string,
  password: string,
  durationMs: number,
): Promise<number> {
  let done = 0;
  const begun = performance.now();
  const one = async () => {
    while (performance.now() - begun < durationMs) {
      if (!(await verify(passwordHash, password))) {
        throw new Error('The hash is not that of the password');
      }
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return (done * 1_000) / (performance.now() - begun);
}

/** @returns how many sign-ins there were until `signal` ended them */
async function signInAll(
  origin: string,
  people: Person[],
  signal: AbortSignal,
): Promise<number> {
  let done = 0;
  const one = async (person: Person) => {
    while (!signal.aborted) {
      await Session.signIn(origin, person.email, person);
      done += 1;
    }
  };
  await Promise.all(people.map(one));
  return done;
}

async function timeLists(
  session: Session,
  durationMs: number,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + durationMs;
  while (performance.now() < end) {
    const start = performance.now();
    await session.json(LIST);
    times.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  return times;
}
