import type { DuckDBConnection } from '@duckdb/node-api';
import { DIRECT_METHODS } from '../Assignment';
import type { RuleSet, Split } from '../RuleSet';
import type { AmountsByTenant } from '../sharesOfSplit';
import { COST_TO_WEIGH_BY } from './costToWeighBy';

/** What is shared by one rule, in one billing period and currency. */
export interface SplitGroup {
  id: number;
  split: Split;
  /** What customers have of their own in that period and currency. */
  directCosts: AmountsByTenant;
}

/**
 * Groups what is to be shared. Makes `allocation_split_rows`: the charges,
 * their group, and their place in it.
 */
export async function createSplitGroups(
  connection: DuckDBConnection,
  { rules }: RuleSet,
): Promise<SplitGroup[]> {
  const splits = new Map(
    rules.flatMap(({ id, effect }) =>
      effect.kind === 'shared' ? [[id, effect.split] as const] : [],
    ),
  );
  await createTables(connection);
  const groups = await readGroups(connection);
  const pots = groups.some(({ ruleId }) =>
    needsDirectCosts(splits.get(ruleId)!),
  )
    ? await readDirectCosts(connection)
    : new Map<string, AmountsByTenant>();
  return groups.map(({ id, ruleId, pot }) => ({
    id,
    split: splits.get(ruleId)!,
    directCosts: pots.get(pot) ?? new Map(),
  }));
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
  `);
}

const POT = `concat_ws('/', epoch_us(c.billing_period_start), c.billing_currency)`;

async function readGroups(
  connection: DuckDBConnection,
): Promise<{ id: number; ruleId: string; pot: string }[]> {
  const groups = await connection.runAndReadAll(
    `select group_id, rule_id, ${POT} from allocation_groups c order by group_id`,
  );
  await connection.run('drop table allocation_groups');
  return (groups.getRows() as [number, string, string][]).map(
    ([id, ruleId, pot]) => ({ id, ruleId, pot }),
  );
}

async function readDirectCosts(
  connection: DuckDBConnection,
): Promise<Map<string, AmountsByTenant>> {
  const sums = await connection.runAndReadAll(`
    select ${POT} as pot, a.tenant,
      cast(coalesce(sum(${COST_TO_WEIGH_BY}), 0) as varchar)
    from charges c
    join allocation_rows r using (row_number)
    join allocation_assignments a using (key_id)
    where a.method in (${DIRECT_METHODS.map(method => `'${method}'`).join(', ')})
    group by all
  `);
  const pots = new Map<string, Map<string, string>>();
  for (const [pot, tenant, sum] of sums.getRows() as string[][]) {
    const amounts = pots.get(pot) ?? new Map<string, string>();
    pots.set(pot, amounts.set(tenant, sum));
  }
  return pots;
}
