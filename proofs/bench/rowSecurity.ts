import type { Session } from '../http/Session.ts';
import { type Database, enterDoor } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import { type Figure, milliseconds, percentile } from './figures.ts';
import type { Statement } from './reportStatements.ts';

const BLOCKS = 40;
const RUNS_PER_BLOCK = 25;

/** What row security costs the statements behind a member's list. */
export async function rowSecurityFigures(
  portal: Portal,
  database: Database,
  who: { session: Session; tenant: string },
): Promise<Figure[]> {
  const statements = await statementsOf(portal, () =>
    who.session.json({ path: '/api/sites/sites?limit=25' }),
  );
  const ofSites = statements.filter(({ text }) =>
    /^\s*(select|with)\b[^]*\bsites\b/i.test(text),
  );
  if (ofSites.length === 0) {
    throw new Error('The list ran no statement on sites that was seen');
  }
  const times = { on: [] as number[], off: [] as number[] };
  for (let block = 0; block < BLOCKS; block++) {
    const wall = block % 2 === 0 ? 'on' : 'off';
    times[wall].push(...(await timeBlock(database, who.tenant, ofSites, wall)));
  }
  // What else the machine does only ever adds time.
  const [on, off] = [percentile(times.on, 0.25), percentile(times.off, 0.25)];
  return [
    {
      what: `row security, ${ofSites.length} statements of a member's list, first quartile`,
      measured: milliseconds(on),
      comparedWith: milliseconds(off),
      ratio: on / off,
      goal: 'at most 1.1 times',
      reached: on / off <= 1.1,
    },
  ];
}

async function statementsOf(
  portal: Portal,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  await portal.ask('record statements');
  await work();
  const { statements } = await portal.ask<{ statements: Statement[] }>(
    'recorded statements',
  );
  return statements;
}

/** Times of the statements together, all within one transaction undone. */
async function timeBlock(
  database: Database,
  tenant: string,
  statements: Statement[],
  wall: 'on' | 'off',
): Promise<number[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local search_path to sites, public`);
    if (wall === 'off') {
      for (const { schema, table } of await database.tenantTables()) {
        await client.query(
          `alter table "${schema}"."${table}" disable row level security, no force row level security`,
        );
      }
    }
    await enterDoor(client, { role: 'freehold_tenant', tenant });
    const times: number[] = [];
    for (let round = -5; round < RUNS_PER_BLOCK; round++) {
      const start = performance.now();
      for (const { text, values } of statements) {
        await client.query(text, values);
      }
      if (round >= 0) {
        times.push(performance.now() - start);
      }
    }
    return times;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
