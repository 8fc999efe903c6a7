import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { CostRange } from '../domain/CostQuery';
import { matching, type Condition } from './matching';

/**
 * Billing periods with charges of these days. Corrections are billed months
 * after the day they are for, so the days themselves do not tell; naming the
 * periods spares PostgreSQL all other partitions.
 */
export async function billingPeriodsOf(
  trx: TenantTransaction,
  { from, to }: CostRange,
  tenant?: string,
): Promise<string[]> {
  const { sql, bindings } = matching(new Map(), tenant);
  const { rows } = await trx.raw(
    `select distinct billing_period::text as period from daily_customer_costs
      where day >= ? and day < ? and ${sql}`,
    [from, to, ...bindings],
  );
  return rows.map((row: { period: string }) => row.period);
}

/** Charges of the range, in a `where`. */
export async function chargesIn(
  trx: TenantTransaction,
  range: CostRange,
  tenant?: string,
): Promise<Condition> {
  const periods = await billingPeriodsOf(trx, range, tenant);
  const { sql, bindings } = matching(range.filters, tenant);
  return {
    sql: `billing_period = any (?::date[])
      and charge_period_start >= ?::date::timestamp at time zone 'UTC'
      and charge_period_start < ?::date::timestamp at time zone 'UTC' and ${sql}`,
    bindings: [periods, range.from, range.to, ...bindings],
  };
}
