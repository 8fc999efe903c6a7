import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Metric } from '../domain/CostQuery';
import type { CurrencySums } from '../domain/CostsSummary';
import { matching } from './matching';

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
      `select max(day)::text as day from daily_costs where day <= ? and ${sql}`,
      [until, ...bindings],
    );
    return rows[0].day ?? undefined;
  }

  /**
   * Sums per currency of the months that the days are of.
   *
   * Commitments go by FOCUS: usage is what is charged as Usage; what a
   * commitment covers is Used, what it left idle Unused; usage that a commitment
   * could have covered is priced Standard or Committed. Purchases, taxes and
   * credits never enter.
   */
  async sum(
    trx: TenantTransaction,
    metric: Metric,
    days: {
      month: string;
      today: string;
      lastMonth: string;
      lastMonthToday: string;
    },
    scope: SummaryScope,
  ): Promise<CurrencySums[]> {
    const { sql, bindings } = matchingScope(scope);
    const { rows } = await trx.raw(
      `with costs as (
         select *, day >= :month as is_this_month,
                charge_category = 'Usage' as is_usage,
                commitment_discount_status is not distinct from 'Used' as is_used,
                commitment_discount_status is not distinct from 'Unused' as is_unused
           from daily_costs
          where day >= :lastMonth and day <= :today and ${named(sql)})
       select currency,
              ${sumOf(metric, 'is_this_month')} as month_to_date,
              ${sumOf(metric, 'not is_this_month')} as last_month,
              ${sumOf(metric, 'day <= :lastMonthToday')} as last_month_to_date,
              ${sumOf(metric, `is_this_month and allocation_method = 'none'`)} as unallocated,
              ${sumOf('effective_absolute', 'is_this_month')} as absolute,
              ${sumOf('effective_absolute', `is_this_month and allocation_method <> 'none'`)} as absolute_allocated,
              ${sumOf('effective', 'is_this_month and is_usage')} as usage_effective,
              ${sumOf('list', 'is_this_month and is_usage and not is_unused')} as usage_list,
              ${sumOf('effective', 'is_this_month and is_usage and is_used')} as used_effective,
              ${sumOf('effective', 'is_this_month and is_usage and is_unused')} as unused_effective,
              ${sumOf('list', 'is_this_month and is_usage and is_used')} as used_list,
              ${sumOf('list', `is_this_month and is_usage and not is_unused and pricing_category in ('Standard', 'Committed')`)} as eligible_list,
              coalesce(sum(list_unknown) filter (where is_this_month and is_usage and not is_unused), 0)::int as list_unknown
         from costs group by currency order by currency`,
      {
        ...days,
        ...Object.fromEntries(bindings.map((it, i) => [`b${i}`, it])),
      },
    );
    return rows.map((row: Record<string, any>) => ({
      currency: row.currency,
      monthToDate: row.month_to_date,
      lastMonth: row.last_month,
      lastMonthToDate: row.last_month_to_date,
      unallocated: row.unallocated,
      absolute: row.absolute,
      absoluteAllocated: row.absolute_allocated,
      usageEffective: row.usage_effective,
      usageList: row.usage_list,
      usedEffective: row.used_effective,
      unusedEffective: row.unused_effective,
      usedList: row.used_list,
      eligibleList: row.eligible_list,
      listUnknown: row.list_unknown,
    }));
  }
}

function matchingScope({ tenant, site }: SummaryScope) {
  return matching(new Map(site ? [['site', [site]]] : []), tenant);
}

// The same condition with names for its values, beside other names.
function named(sql: string): string {
  let index = 0;
  return sql.replaceAll('?', () => `:b${index++}`);
}

function sumOf(measure: string, condition: string): string {
  return `coalesce(sum(${measure}) filter (where ${condition}), 0)::text`;
}
