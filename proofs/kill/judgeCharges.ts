import type pg from 'pg';

/** What a source has for its billing periods, by period: how many rows, and their sum. */
export type ChargeTotals = Record<string, { rows: number; billed: string }>;

/** Asks within one transaction, so that all answers are of one moment. */
export type Ask = <Row extends pg.QueryResultRow>(
  sql: string,
  values?: unknown[],
) => Promise<Row[]>;

/** What the charges themselves say. */
export async function readTotals(
  ask: Ask,
  sourceId: string,
): Promise<ChargeTotals> {
  const rows = await ask<{ period: string; rows: number; billed: string }>(
    `select billing_period::text as period, count(*)::int as rows,
            trim_scale(sum(billed_cost))::text as billed
       from costs.charges where source_id = $1 group by billing_period order by 1`,
    [sourceId],
  );
  return Object.fromEntries(
    rows.map(({ period, ...total }) => [period, total]),
  );
}

/** What two files add up to. */
export async function addTotals(
  ask: Ask,
  one: ChargeTotals,
  other: ChargeTotals,
): Promise<ChargeTotals> {
  const both: ChargeTotals = {};
  const periods = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const period of [...periods].sort()) {
    const [left, right] = [one, other].map(
      totals => totals[period] ?? { rows: 0, billed: '0' },
    );
    const [{ billed }] = await ask<{ billed: string }>(
      'select trim_scale($1::numeric + $2::numeric)::text as billed',
      [left.billed, right.billed],
    );
    both[period] = { rows: left.rows + right.rows, billed };
  }
  return both;
}

/**
 * What is wrong with the charges of a source: they are neither of the versions
 * it may have, sums are not those of the rows, or something is left over.
 *
 * @param versions - whole files, one of which must be in force
 */
export async function findChargeFaults(
  ask: Ask,
  sourceId: string,
  versions: readonly ChargeTotals[],
): Promise<string[]> {
  const totals = await readTotals(ask, sourceId);
  const isOne = versions.some(
    version => JSON.stringify(version) === JSON.stringify(totals),
  );
  return [
    ...(isOne ? [] : [`neither version: ${JSON.stringify(totals)}`]),
    ...(await differences(ask, 'daily_costs', 'day')),
    ...(await differences(ask, 'monthly_costs', 'month')),
    ...(await wrongPeriods(ask)),
    ...(await strayPartitions(ask)),
  ];
}

/** Sums of a rollup that are not those of the charges. */
async function differences(
  ask: Ask,
  table: string,
  period: 'day' | 'month',
): Promise<string[]> {
  const dimensions = `tenant_id, billing_period, source_id, service_name, charge_category,
    commitment_discount_status, site, allocation_method`;
  const rolledUp = `select ${dimensions}, currency, ${period}, sum(charges) as charges,
      sum(billed) as billed, sum(effective) as effective, sum(list) as list
    from costs.${table} group by ${dimensions}, currency, ${period}`;
  const raw = `select ${dimensions}, billing_currency,
      date_trunc('${period}', charge_period_start at time zone 'UTC')::date, count(*),
      sum(billed_cost), sum(effective_cost), sum(list_cost)
    from costs.charges group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
  const [{ differing }] = await ask<{ differing: number }>(
    `select count(*)::int as differing from (
       (${rolledUp} except all ${raw}) union all (${raw} except all ${rolledUp})) both_ways`,
  );
  return differing === 0
    ? []
    : [`${differing} sums of ${table} are not those of the rows`];
}

/** Periods whose record does not say what is there. */
async function wrongPeriods(ask: Ask): Promise<string[]> {
  const wrong = await ask<{ period: string; said: string; found: string }>(
    `select coalesce(kept.billing_period, found.billing_period)::text as period,
            kept.row_count::text as said, found.rows::text as found
       from costs.source_periods kept
       full join (select source_id, billing_period, count(*) as rows
                    from costs.charges group by 1, 2) found
         on found.source_id = kept.source_id
        and found.billing_period = kept.billing_period
      where kept.row_count is distinct from found.rows`,
  );
  const strangers = await ask<{ period: string; stranger: string }>(
    `select billing_period::text as period, import_id as stranger
       from (select source_id, billing_period, import_id from costs.charges
             except
             select source_id, billing_period, import_id from costs.period_files) it`,
  );
  return [
    ...wrong.map(
      ({ found, period, said }) =>
        `the record of ${period} says ${said} rows, and ${found} are there`,
    ),
    ...strangers.map(
      ({ period, stranger }) =>
        `${period} has rows of ${stranger}, which is none of its files`,
    ),
  ];
}

/** Tables of charges that nothing refers to, and the other way round. */
async function strayPartitions(ask: Ask): Promise<string[]> {
  const stray = await ask<{ name: string }>(
    `with made as (
       select c.relname as name, exists (
                select from pg_inherits where inhrelid = c.oid) as is_attached
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'costs' and c.relkind = 'r'
          and c.relname ~ '^charges_[0-9]{8}_')
     select coalesce(made.name, kept.partition_name) as name
       from made full join costs.source_periods kept
         on kept.partition_name = made.name
      where made.name is null or kept.partition_name is null or not made.is_attached`,
  );
  return stray.map(({ name }) => `a partition is left over or lost: ${name}`);
}
