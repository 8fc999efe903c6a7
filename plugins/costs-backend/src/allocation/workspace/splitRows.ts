import { listValue, type DuckDBConnection } from '@duckdb/node-api';
import type { ChargeColumnName } from '@freehold/plugin-costs-node';
import type { RuleSet } from '../RuleSet';
import { ratiosOf, sharesOfSplit, type SplitBasis } from '../sharesOfSplit';
import {
  createSplitter,
  LEAST_SCALE_OF_PARTS,
  type Share,
} from '../splitAmount';
import { appendRows } from './appendRows';
import { createSplitGroups } from './createSplitGroups';

/** What of a charge is divided with it; unit prices stay as they are. */
export const SPLIT_COLUMNS = [
  'billed_cost',
  'commitment_discount_quantity',
  'consumed_quantity',
  'contracted_cost',
  'effective_cost',
  'list_cost',
  'pricing_currency_effective_cost',
  'pricing_quantity',
] as const satisfies readonly ChargeColumnName[];

/** Parts in memory at a time. */
const PARTS_OF_A_BATCH = 50_000;

const BATCH = 'group_id = $groupId and place >= $from and place < $to';
const PARTS_OF_BATCH = `
  select s.row_number, share.part,
    ${SPLIT_COLUMNS.map(column => `of_${column}.parts[share.part]`).join(', ')}
  from (select * from allocation_split_rows where ${BATCH}) s
  ${SPLIT_COLUMNS.map(
    column => `left join allocation_amounts of_${column}
      on of_${column}.amount = s.${column}`,
  ).join('\n')}
  join allocation_shares share on share.group_id = s.group_id`;

/**
 * Works out the parts of what is shared. Makes `allocation_split_rows`, the
 * rows that are divided, with their group of customers; `allocation_shares`,
 * the customers of a group; `allocation_part_rows`, the amounts of each part.
 * Rows whose rule finds nothing to share by are in none of them.
 */
export async function splitRows(
  connection: DuckDBConnection,
  ruleSet: RuleSet,
  metrics: SplitBasis['metrics'],
): Promise<void> {
  const groups = await createSplitGroups(connection, ruleSet);
  await createTables(connection);
  for (const { id, split, directCosts } of groups) {
    const shares = sharesOfSplit(split, { directCosts, metrics });
    if (shares.length > 0) {
      await appendShares(connection, id, shares);
      await appendPartRows(connection, id, shares);
    }
  }
  await connection.run(`
    delete from allocation_split_rows
    where group_id not in (select group_id from allocation_shares);
    drop table allocation_amounts;
  `);
}

async function createTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace table allocation_shares
      (group_id integer, part integer, tenant varchar, ratio varchar);
    create or replace table allocation_amounts
      (amount varchar, parts varchar[]);
    create or replace table allocation_part_rows (
      row_number bigint, part integer,
      ${SPLIT_COLUMNS.map(column => `${column} varchar`).join(', ')}
    );
  `);
}

async function appendShares(
  connection: DuckDBConnection,
  groupId: number,
  shares: readonly Share[],
): Promise<void> {
  const ratios = ratiosOf(shares);
  await appendRows(
    connection,
    'allocation_shares',
    shares.map(({ name }, index) => [groupId, index + 1, name, ratios[index]]),
  );
}

/** A batch of rows at a time, and each of their distinct amounts once. */
async function appendPartRows(
  connection: DuckDBConnection,
  groupId: number,
  shares: readonly Share[],
): Promise<void> {
  const split = createSplitter(shares, LEAST_SCALE_OF_PARTS);
  const size = Math.max(1, Math.floor(PARTS_OF_A_BATCH / shares.length));
  for (let from = 1; ; from += size) {
    const batch = { groupId, from, to: from + size };
    const amounts = await connection.runAndReadAll(
      `select distinct unnest([${SPLIT_COLUMNS.join(', ')}])
       from allocation_split_rows where ${BATCH}`,
      batch,
    );
    if (amounts.currentRowCount === 0) {
      return;
    }
    const known = (amounts.getRows() as (string | null)[][]).flatMap(
      ([amount]) => amount ?? [],
    );
    await connection.run('delete from allocation_amounts');
    await appendRows(
      connection,
      'allocation_amounts',
      known.map(amount => [amount, listValue(split(amount))]),
    );
    await connection.run(
      `insert into allocation_part_rows ${PARTS_OF_BATCH}`,
      batch,
    );
  }
}
