import {
  DuckDBDataChunk,
  INTEGER,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { ChargeColumnName } from '@freehold/plugin-costs-node';
import { DIRECT_METHODS } from '../Assignment';
import type { RuleSet, Split } from '../RuleSet';
import {
  ratiosOf,
  sharesOfSplit,
  type AmountsByTenant,
  type SplitBasis,
} from '../sharesOfSplit';
import {
  createSplitter,
  LEAST_SCALE_OF_PARTS,
  type Share,
} from '../splitAmount';

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
const PARTS_OF_A_BATCH = 100_000;

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
  const splits = splitsOf(ruleSet);
  await createTables(connection);
  const groups = await readGroups(connection);
  const directCosts = groups.some(({ ruleId }) =>
    needsDirectCosts(splits.get(ruleId)!),
  )
    ? await readDirectCosts(connection)
    : new Map<string, AmountsByTenant>();

  for (const { id, ruleId, pot } of groups) {
    const shares = sharesOfSplit(splits.get(ruleId)!, {
      directCosts: directCosts.get(pot) ?? new Map(),
      metrics,
    });
    if (shares.length > 0) {
      await appendShares(connection, id, shares);
      await appendPartRows(connection, id, shares);
    }
  }
  await connection.run(`
    delete from allocation_split_rows
    where group_id not in (select group_id from allocation_shares);
    drop table allocation_amounts;
    drop table allocation_groups;
  `);
}

function splitsOf({ rules }: RuleSet): Map<string, Split> {
  return new Map(
    rules.flatMap(({ id, effect }) =>
      effect.kind === 'shared' ? [[id, effect.split] as const] : [],
    ),
  );
}

function needsDirectCosts(split: Split): boolean {
  return (
    split.by === 'direct-cost' || ('among' in split && 'all' in split.among)
  );
}

async function createTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace table allocation_groups as
      select cast(row_number() over () as integer) as group_id, *
      from (
        select distinct a.rule_id, c.billing_period_start, c.billing_currency
        from allocation_assignments a
        join allocation_rows r using (key_id)
        join charges c using (row_number)
        where a.method = 'split'
      );
    create or replace table allocation_split_rows as
      select c.*, r.key_id, g.group_id,
        row_number() over (partition by g.group_id order by c.row_number) as place
      from allocation_assignments a
      join allocation_rows r using (key_id)
      join charges c using (row_number)
      join allocation_groups g
        on g.rule_id = a.rule_id
        and g.billing_period_start is not distinct from c.billing_period_start
        and g.billing_currency is not distinct from c.billing_currency
      where a.method = 'split'
      order by g.group_id, place;
    create or replace table allocation_shares (
      group_id integer, part integer, tenant varchar, ratio varchar
    );
    create or replace table allocation_amounts (amount varchar, parts varchar[]);
    create or replace table allocation_part_rows (
      row_number bigint, part integer,
      ${SPLIT_COLUMNS.map(column => `${column} varchar`).join(', ')}
    );
  `);
}

/** What is shared by one rule, in one billing period and currency. */
interface SplitGroup {
  id: number;
  ruleId: string;
  /** Names the period and the currency. */
  pot: string;
}

async function readGroups(connection: DuckDBConnection): Promise<SplitGroup[]> {
  const groups = await connection.runAndReadAll(
    `select group_id, rule_id, ${POT} from allocation_groups c order by group_id`,
  );
  return groups
    .getRows()
    .map(([id, ruleId, pot]) => ({ id, ruleId, pot }) as SplitGroup);
}

const COST = 'coalesce(c.effective_cost, c.billed_cost)';
const POT = `concat_ws('/', epoch_us(c.billing_period_start), c.billing_currency)`;

/**
 * Sums to go by as weights, for which nine decimals are enough. DuckDB reads
 * a text as `decimal(18, 9)` a hundred times faster than as one of 38 digits,
 * which the few that are too large for it take.
 */
async function readDirectCosts(
  connection: DuckDBConnection,
): Promise<Map<string, AmountsByTenant>> {
  const sums = await connection.runAndReadAll(`
    select ${POT} as pot, a.tenant, cast(sum(coalesce(
      cast(try_cast(${COST} as decimal(18, 9)) as decimal(38, 9)),
      try_cast(${COST} as decimal(38, 9))
    )) as varchar)
    from charges c
    join allocation_rows r using (row_number)
    join allocation_assignments a using (key_id)
    where a.method in (${DIRECT_METHODS.map(method => `'${method}'`).join(', ')})
    group by all
  `);
  const pots = new Map<string, Map<string, string>>();
  for (const [pot, tenant, sum] of sums.getRows() as string[][]) {
    const amounts = pots.get(pot) ?? new Map<string, string>();
    pots.set(pot, amounts.set(tenant, sum ?? '0'));
  }
  return pots;
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

const tableTypes = {
  allocation_shares: [INTEGER, INTEGER, VARCHAR, VARCHAR],
  allocation_amounts: [VARCHAR, LIST(VARCHAR)],
};
/** Rows that a chunk of DuckDB holds. */
const CHUNK = 2048;

async function appendRows(
  connection: DuckDBConnection,
  table: keyof typeof tableTypes,
  rows: readonly DuckDBValue[][],
): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = DuckDBDataChunk.create(tableTypes[table]);
      chunk.setRows(rows.slice(from, from + CHUNK));
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}
