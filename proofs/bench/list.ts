import path from 'node:path';
import { Session } from '../http/Session.ts';
import { startPortal } from '../portal/startPortal.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';
import { CUSTOMERS, seedManySites, SITES } from './manySites.ts';
import { rowSecurityFigures } from './rowSecurity.ts';

const ROUNDS = 30;

/** Lists of sites with very many of them, as staff and as a member. */
export async function list(): Promise<Benchmark> {
  const { portal, database, cast, remove } = await startPortal(
    withoutHealthChecks,
    [path.join(import.meta.dirname, 'reportStatements.ts')],
  );
  try {
    await seedManySites(database, cast.onlooker.slug);
    const signIn = (email: string) =>
      Session.signIn(portal.url, email, { email, password: cast.password });
    const staff = await signIn(cast.staff[0].email);
    const member = await signIn(cast.onlooker.members[0].email);
    const figures = [
      ...(await measureLists('staff', staff, staffQueries)),
      ...(await measureLists('a member', member, memberQueries)),
      ...(await rowSecurityFigures(portal, database, {
        session: member,
        tenant: cast.onlooker.slug,
      })),
    ];
    return {
      title: 'Lists of sites',
      method: `${CUSTOMERS.toLocaleString('en')} customers with ${SITES.toLocaleString('en')} sites in the tables; ${ROUNDS} requests over HTTP for each kind of list, one after the other. Row security: the very statements of such a request, run with row security and with it switched off, in turn.`,
      figures,
    };
  } finally {
    await remove();
  }
}

/** Sites that are rows only would all be asked how they are, and fail. */
const withoutHealthChecks = { sites: { health: { interval: { hours: 24 } } } };

const staffQueries: Record<string, string> = {
  'first page': 'limit=25',
  'search in the middle of a title': 'search=itle+of+site+4711&limit=25',
  'search that finds very many': 'search=site&limit=25',
  'search that finds none': 'search=no-such-site&limit=25',
  'by state': 'state=failed&limit=25',
  'newest first': 'sort=-createdAt&limit=25',
  'by customer': 'sort=customer&limit=25',
  'one customer': 'customer=bench-00042&limit=25',
  'the 2,000th page': 'offset=50000&limit=25',
};

const memberQueries: Record<string, string> = {
  'first page': 'limit=25',
  'search in the middle of a title': 'search=itle+of+own&limit=25',
  'by state': 'state=live&limit=25',
  'newest first': 'sort=-createdAt&limit=25',
  'the last page': 'offset=175&limit=25',
};

async function measureLists(
  who: string,
  session: Session,
  queries: Record<string, string>,
): Promise<Figure[]> {
  const all: number[] = [];
  const figures: Figure[] = [];
  for (const [what, query] of Object.entries(queries)) {
    const times = await measure(session, `/api/sites/sites?${query}`);
    all.push(...times);
    figures.push(toFigure(`${who}, ${what}`, times));
  }
  return [toFigure(`${who}, all of these`, all), ...figures];
}

function toFigure(what: string, times: number[]): Figure {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share =>
    percentile(times, share),
  );
  return {
    what,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}`,
    goal: 'p95 under 100 ms',
    reached: p95 < 100,
  };
}

async function measure(session: Session, address: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const start = performance.now();
    await session.json({ path: address });
    if (round >= 0) {
      times.push(performance.now() - start);
    }
  }
  return times;
}
