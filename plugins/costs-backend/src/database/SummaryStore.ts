import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Metric } from '../domain/CostQuery';
import type { CommitmentSums } from '../commitments/commitmentSums';
import type { CurrencySums, SummaryDays } from '../domain/CostsSummary';
import { matching } from './matching';
import { ROLLUPS } from './rollupColumns';

/** What a summary is about. */
export interface SummaryScope {
  tenant?: string;
  site?: string;
}

/** The sums that a summary is made of; in the door of one tenant, or of all. */
export class SummaryStore {
  /** The newest day with charges, up to a day; undefined when there is none. */
  async findNewestDay(
    trx: TenantTransaction,
    until: string,
    scope: SummaryScope,
  ): Promise<string | undefined> {
    const { sql, bindings } = matchingScope(scope);
    const { rows } = await trx.raw(
      `select max(day)::text as day from ${tableOf(scope)} where day <= ? and ${sql}`,
      [until, ...bindings],
    );
    return rows[0].day ?? undefined;
  }

  /** Sums per currency of the months that the days are of. */
  async sum(
    trx: TenantTransaction,
    metric: Metric,
    days: SummaryDays,
    scope: SummaryScope,
  ): Promise<CurrencySums[]> {
    const { sql, bindings } = matchingScope(scope);
    const { rows } = await trx.raw(
      `with costs as (
         select *, day >= ? as is_this_month, day <= ? as is_compared,
                allocation_method <> 'none' as is_allocated
           from ${tableOf(scope)} where day >= ? and day <= ? and ${sql})
       select currency,
              ${sumOf(metric, 'is_this_month')} as month_to_date,
              ${sumOf(metric, 'not is_this_month')} as last_month,
              ${sumOf(metric, 'is_compared')} as last_month_to_date,
              ${sumOf(metric, 'is_this_month and not is_allocated')} as unallocated,
              ${sumOf('effective_absolute', 'is_this_month')} as cost,
              ${sumOf('effective_absolute', 'is_this_month and is_allocated')} as allocated_cost,
              ${sumOf('whole_charges', 'is_this_month')} as rows,
              ${sumOf('whole_charges', 'is_this_month and is_allocated')} as allocated_rows
         from costs group by currency order by currency`,
      [
        days.month,
        days.lastMonthToday,
        days.lastMonth,
        days.today,
        ...bindings,
      ],
    );
    return rows.map((row: Record<string, string>) => ({
      currency: row.currency,
      monthToDate: row.month_to_date,
      lastMonth: row.last_month,
      lastMonthToDate: row.last_month_to_date,
      unallocated: row.unallocated,
      coverage: {
        currency: row.currency,
        cost: row.cost,
        allocatedCost: row.allocated_cost,
        rows: BigInt(row.rows),
        allocatedRows: BigInt(row.allocated_rows),
      },
    }));
  }

  /** What commitment figures of the month so far are made of. */
  async sumCommitments(
    trx: TenantTransaction,
    { month, today }: SummaryDays,
    scope: SummaryScope,
  ): Promise<CommitmentSums[]> {
    const { sql, bindings } = matchingScope(scope);
    const { rows } = await trx.raw(
      `select currency, charge_category, commitment_discount_status,
              pricing_category, sum(charges)::text as charges,
              sum(effective)::text as effective, sum(list)::text as list,
              sum(list_unknown)::text as list_unknown,
              sum(effective_without_list)::text as effective_without_list
         from ${tableOf(scope)} where day >= ? and day <= ? and ${sql}
        group by 1, 2, 3, 4`,
      [month, today, ...bindings],
    );
    return rows.map((row: Record<string, string>) => ({
      currency: row.currency,
      chargeCategory: row.charge_category,
      commitmentDiscountStatus: row.commitment_discount_status,
      pricingCategory: row.pricing_category,
      rows: BigInt(row.charges),
      effectiveCost: row.effective,
      listCost: row.list,
      rowsWithoutListCost: BigInt(row.list_unknown),
      effectiveCostWithoutListCost: row.effective_without_list,
    }));
  }
}

/** The smallest that tells the scope apart. */
function tableOf({ site, tenant }: SummaryScope): string {
  const rollup = tenant || site ? ROLLUPS.daily : ROLLUPS['business-daily'];
  return rollup.table;
}

function matchingScope({ tenant, site }: SummaryScope) {
  return matching(new Map(site ? [['site', [site]]] : []), tenant);
}

function sumOf(measure: string, condition: string): string {
  return `coalesce(sum(${measure}) filter (where ${condition}), 0)::text`;
}
