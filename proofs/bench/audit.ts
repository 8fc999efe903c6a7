import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Session } from '../http/Session.ts';
import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import { startPortal } from '../portal/startPortal.ts';
import { ownerQueries, staffQueries } from './auditQueries.ts';
import { costOf } from './costOf.ts';
import {
  type Benchmark,
  type Figure,
  milliseconds,
  percentile,
} from './figures.ts';
import { CUSTOMERS, OWNER_SHARE, seedManyEvents } from './manyEvents.ts';

const ROUNDS = 20;
const CHANGES = 60;
const STATEMENTS = 500;
const GOAL_MS = 200;

/** Searching the audit trail with very many events, and what recording costs. */
export async function audit(options: { isQuick: boolean }): Promise<Benchmark> {
  const events = options.isQuick ? 200_000 : 5_000_000;
  // The trails are made of rows only, whose hashes are none.
  const { portal, database, cast, remove } = await startPortal(
    { tenancy: { audit: { check: { frequency: { hours: 1000 } } } } },
    [path.join(import.meta.dirname, 'switchCosts.ts')],
  );
  try {
    const signIn = (email: string) =>
      Session.signIn(portal.url, email, { email, password: cast.password });
    const staff = await signIn(cast.staff[0].email);
    const owner = await signIn(cast.onlooker.members[0].email);
    const recording = [
      ...(await measureRecording(staff, cast.onlooker.slug)),
      await measureStatement(database, cast.onlooker.slug),
      await measureAdded(portal, staff, cast.onlooker.slug),
    ];
    const seconds = await seedManyEvents(database, {
      events,
      owner: cast.onlooker.slug,
    });
    return {
      title: 'The audit trail',
      method: `${events.toLocaleString('en')} events of ${CUSTOMERS.toLocaleString('en')} customers in the table, very many of a few and few of most, ${(events / OWNER_SHARE).toLocaleString('en')} of them of one customer, made in ${Math.round(seconds)} s; ${ROUNDS} requests over HTTP for each kind of search, one after the other. Recording: ${CHANGES} changes of a customer's name over HTTP.`,
      figures: [
        ...(await measureSearches('staff', staff, staffQueries)),
        ...(await measureSearches('an owner', owner, ownerQueries)),
        ...recording,
      ],
    };
  } finally {
    await remove();
  }
}

async function measureSearches(
  who: string,
  session: Session,
  queries: Record<string, string>,
): Promise<Figure[]> {
  const all: number[] = [];
  const figures: Figure[] = [];
  for (const [what, query] of Object.entries(queries)) {
    const times = await measure(session, query);
    all.push(...times);
    figures.push(toFigure(`${who}, ${what}`, times));
  }
  return [toFigure(`${who}, all of these`, all), ...figures];
}

async function measure(session: Session, query: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const start = performance.now();
    await session.json({
      path: `/api/tenancy/audit-events?limit=50&${query}`,
    });
    if (round >= 0) {
      times.push(performance.now() - start);
    }
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

/** What a recorded change takes, and how long until it is in the trail. */
async function measureRecording(
  staff: Session,
  customer: string,
): Promise<Figure[]> {
  const changes: number[] = [];
  const arrivals: number[] = [];
  for (let round = -5; round < CHANGES; round++) {
    const name = `Renamed ${round}`;
    const start = performance.now();
    await staff.json({
      method: 'PATCH',
      path: `/api/tenancy/customers/${customer}`,
      body: { name },
    });
    const changed = performance.now();
    await untilRecorded(staff, customer, name);
    if (round >= 0) {
      changes.push(changed - start);
      arrivals.push(performance.now() - changed);
    }
  }
  return [
    plainFigure('a recorded change, over HTTP', changes),
    plainFigure('from the answer until the event is in the trail', arrivals),
  ];
}

/** What a request that changes something waits for longer than without. */
async function measureStatement(
  database: Database,
  tenant: string,
): Promise<Figure> {
  const times: number[] = [];
  await database.transaction(
    async client => {
      for (let round = -20; round < STATEMENTS; round++) {
        const values = [tenant, randomUUID(), randomBytes(900)];
        const start = performance.now();
        await client.query(putInOutbox, values);
        if (round >= 0) {
          times.push(performance.now() - start);
        }
      }
      await client.query('delete from tenancy.outbox where tenant_id = $1', [
        tenant,
      ]);
    },
    { role: 'freehold_tenant', tenant },
  );
  return plainFigure('what a change puts in the outbox, one statement', times);
}

/** The same change with its row of audit, and without. */
async function measureAdded(
  portal: Portal,
  staff: Session,
  customer: string,
): Promise<Figure> {
  let changes = 0;
  return costOf({
    portal,
    what: 'audit',
    named: 'a change over HTTP, with audit',
    runsPerBlock: 15,
    work: () =>
      staff.json({
        method: 'PATCH',
        path: `/api/tenancy/customers/${customer}`,
        body: { name: `Renamed again ${(changes += 1)}` },
      }),
  });
}

const putInOutbox = `insert into tenancy.outbox
  (tenant_id, message_id, kind, sealed_message) values ($1, $2, 'audit', $3)`;

async function untilRecorded(
  staff: Session,
  customer: string,
  name: string,
): Promise<void> {
  const newest = `/api/tenancy/audit-events?customer=${customer}&limit=1`;
  for (let tries = 0; tries < 2_000; tries++) {
    const { items } = (await staff.json({ path: newest })) as {
      items: { after?: { name?: string } }[];
    };
    if (items[0]?.after?.name === name) {
      return;
    }
  }
  throw new Error(`The change to '${name}' never got into the trail`);
}

function plainFigure(what: string, times: number[]): Figure {
  const [p50, p95] = [0.5, 0.95].map(share => percentile(times, share));
  return {
    what,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
  };
}
