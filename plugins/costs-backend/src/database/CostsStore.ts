import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import {
  columnOf,
  smallestTable,
  type CostQuery,
  type CostTable,
  type Metric,
} from '../domain/CostQuery';
import { chargesIn } from './ChargePeriods';
import { matching, type Condition } from './matching';
import { ROLLUPS, type Rollup } from './rollupColumns';
import { toCount } from '../domain/toCount';

/** One sum. */
export interface CostSum {
  /** First day of the period; absent for the whole range. */
  period?: string;
  /** Null where charges have no value of the dimension. */
  value?: string | null;
  isRest: boolean;
  currency: string;
  /** An exact decimal. */
  amount: string;
  /** How many charges add up to it. */
  charges: number;
  /** How many of them have no such cost. */
  unknown: number;
}

/** The table that sums are made of, and how. */
export interface Measured {
  from: Condition;
  day: string;
  amount: string;
  charges: string;
  unknown: string;
  currency: string;
}

/** Column of a charge for each metric. */
export const CHARGE_METRICS: Record<Metric, string> = {
  billed: 'billed_cost',
  effective: 'effective_cost',
  list: 'list_cost',
  contracted: 'contracted_cost',
};

/** Sums of charges; in the door of one tenant, or of all. */
export class CostsStore {
  /**
   * Sums by period, currency and value, highest first; the values past the
   * first `top` of each currency are one.
   *
   * @param tenant - the one tenant to look at; the door decides which there can
   *   be
   */
  async sum(
    trx: TenantTransaction,
    query: CostQuery,
    tenant?: string,
  ): Promise<{ items: CostSum[]; answeredBy: CostTable }> {
    const { answeredBy, of } = await measure(trx, query, tenant);
    const value = query.groupBy
      ? columnOf(query.groupBy)
      : { sql: 'null', bindings: [] };
    // Places by windows: a join that takes nulls for equal would compare every
    // sum with every value.
    const { rows } = await trx.raw(
      `with sums as (
         select ${periodOf(query, of.day)} as period, ${value.sql} as value,
                ${of.currency} as currency, sum(${of.amount}) as amount,
                sum(${of.charges}) as charges, sum(${of.unknown}) as unknown
           from ${of.from.sql} group by 1, 2, 3),
       totals as (
         select *, sum(amount) over (partition by currency, value) as total from sums),
       places as (
         select *, dense_rank() over (
                     partition by currency order by total desc, value) as place
           from totals)
       select period::text as period, case when place <= ? then value end as value,
              place > ? as is_rest, currency, coalesce(sum(amount), 0)::text as amount,
              sum(charges)::text as charges, sum(unknown)::text as unknown
         from places
        group by places.period, 2, 3, currency
        order by places.period, currency, is_rest, coalesce(sum(amount), 0) desc, 2`,
      [...value.bindings, ...of.from.bindings, query.top, query.top],
    );
    return {
      answeredBy,
      items: rows.map((row: Record<string, any>) => toSum(row, query)),
    };
  }
}

/** Of the smallest table that has the answer, what it is made of. */
export async function measure(
  trx: TenantTransaction,
  query: CostQuery,
  tenant?: string,
): Promise<{ answeredBy: CostTable; of: Measured }> {
  const answeredBy = smallestTable(query, tenant !== undefined);
  return {
    answeredBy,
    of:
      answeredBy === 'charges'
        ? await measureCharges(trx, query, tenant)
        : measureRollup(query, ROLLUPS[answeredBy], tenant),
  };
}

function measureRollup(
  { filters, from, metric, to }: CostQuery,
  { table, period: day }: Rollup,
  tenant?: string,
): Measured {
  const { sql, bindings } = matching(filters, tenant);
  return {
    from: {
      sql: `${table} where ${day} >= ? and ${day} < ? and ${sql}`,
      bindings: [from, to, ...bindings],
    },
    day,
    amount: metric,
    charges: 'charges',
    unknown: metric === 'billed' ? '0' : `${metric}_unknown`,
    currency: 'currency',
  };
}

async function measureCharges(
  trx: TenantTransaction,
  query: CostQuery,
  tenant?: string,
): Promise<Measured> {
  const { sql, bindings } = await chargesIn(trx, query, tenant);
  const column = CHARGE_METRICS[query.metric];
  return {
    from: { sql: `charges where ${sql}`, bindings },
    day: `(charge_period_start at time zone 'UTC')::date`,
    amount: column,
    charges: '1',
    unknown: `case when ${column} is null then 1 else 0 end`,
    currency: 'billing_currency',
  };
}

function periodOf({ granularity }: CostQuery, day: string): string {
  switch (granularity) {
    case 'total':
      return 'null::date';
    case 'month':
      return `date_trunc('month', ${day})::date`;
    default:
      return day;
  }
}

function toSum(row: Record<string, any>, { groupBy }: CostQuery): CostSum {
  return {
    ...(row.period !== null && { period: row.period }),
    ...(groupBy && { value: row.value }),
    isRest: row.is_rest,
    currency: row.currency,
    amount: row.amount,
    charges: toCount(row.charges),
    unknown: toCount(row.unknown),
  };
}
