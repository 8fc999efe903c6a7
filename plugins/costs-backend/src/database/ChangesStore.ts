import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { ChangeReason, ResourceChange } from '../domain/CostChange';
import { CHANGE_REASONS } from '../domain/CostChange';
import type { ComparedRange } from '../domain/Comparison';
import { chargesIn } from './ChargePeriods';
import { CHARGE_METRICS } from './CostsStore';
import type { Condition } from './matching';

/**
 * Why a line of the same use of a resource costs more or less. Usage is what the
 * other quantity would have cost at the price before, price is all the rest of
 * the difference, so that the two are the difference to the last digit.
 */
const JUDGED = `
  judged as (
    select *, amount - before as difference,
           case
             when charge_category <> 'Usage' then lower(charge_category)
             when used_before = 0 then 'new'
             when used = 0 then 'gone'
             when charges = 0 or charges_before = 0 then 'usage'
             when is_unmeasured or quantity <= 0 or quantity_before <= 0 then 'other'
             when amount * quantity_before = before * quantity then 'usage'
             when quantity = quantity_before then 'price'
             else 'both'
           end as reason
      from (
        select *, sum(charges) filter (where charge_category = 'Usage') over resource as used,
               sum(charges_before) filter (where charge_category = 'Usage') over resource as used_before
          from lines
        window resource as (partition by currency, service_name, resource_id)) counted),
  parted as (
    select *,
           case reason when 'both' then round(before * (quantity - quantity_before) / quantity_before, 10)
                       when 'usage' then difference else 0 end as by_usage
      from judged)`;

/** What changed between two spans, charge by charge; in the door of one tenant, or of all. */
export class ChangesStore {
  /**
   * The resources of each service that changed most, and all others of it as
   * one with `isRest`.
   *
   * @param range - narrowed to the services that are asked about
   */
  async explain(
    trx: TenantTransaction,
    range: ComparedRange & { top: number },
    tenant?: string,
  ): Promise<ResourceChange[]> {
    const now = await chargesIn(trx, range, tenant);
    const before = await chargesIn(
      trx,
      { ...range, ...range.compared },
      tenant,
    );
    const { rows } = await trx.raw(
      `with ${linesOf(now, before, CHARGE_METRICS[range.metric])}, ${JUDGED},
       resources as (
         select currency, service_name, resource_id, max(resource_name) as name,
                max(resource_type) as type, sum(amount) as amount, sum(before) as before,
                ${CHANGE_REASONS.map(reason => `${sumOf(reason)} as by_${reason}`).join(', ')},
                row_number() over (
                  partition by currency, service_name
                  order by abs(sum(difference)) desc, resource_id nulls last) as place
           from parted group by currency, service_name, resource_id)
       select currency, service_name, place > ? as is_rest,
              case when place <= ? then resource_id end as resource_id,
              case when place <= ? then name end as name,
              case when place <= ? then type end as type,
              sum(amount)::text as amount, sum(before)::text as before,
              sum(amount - before)::text as difference,
              ${CHANGE_REASONS.map(reason => `sum(by_${reason})::text as by_${reason}`).join(', ')}
         from resources group by 1, 2, 3, 4, 5, 6
        order by currency, service_name, is_rest, abs(sum(amount - before)) desc, resource_id`,
      [
        ...now.bindings,
        ...before.bindings,
        range.top,
        range.top,
        range.top,
        range.top,
      ],
    );
    return rows.map(toResourceChange);
  }
}

function linesOf(now: Condition, before: Condition, metric: string): string {
  const columns = `billing_currency as currency, service_name, resource_id,
    resource_name, resource_type, charge_category,
    coalesce(sku_price_id, sku_id) as sku, pricing_unit,
    ${metric} as cost, pricing_quantity as quantity`;
  return `sides as (
      select ${columns}, true as is_now from charges where ${now.sql}
      union all
      select ${columns}, false from charges where ${before.sql}),
    lines as (
      select currency, service_name, resource_id, charge_category, sku, pricing_unit,
             max(resource_name) as resource_name, max(resource_type) as resource_type,
             coalesce(sum(cost) filter (where is_now), 0) as amount,
             coalesce(sum(cost) filter (where not is_now), 0) as before,
             sum(quantity) filter (where is_now) as quantity,
             sum(quantity) filter (where not is_now) as quantity_before,
             count(*) filter (where is_now) as charges,
             count(*) filter (where not is_now) as charges_before,
             bool_or(quantity is null or cost is null) as is_unmeasured
        from sides group by currency, service_name, resource_id, charge_category, sku, pricing_unit)`;
}

function sumOf(reason: ChangeReason): string {
  switch (reason) {
    case 'usage':
      return 'sum(by_usage)';
    case 'price':
      return `coalesce(sum(difference - by_usage) filter (where reason in ('price', 'both')), 0)`;
    default:
      return `coalesce(sum(difference) filter (where reason = '${reason}'), 0)`;
  }
}

function toResourceChange(row: Record<string, any>): ResourceChange {
  return {
    currency: row.currency,
    service: row.service_name,
    isRest: row.is_rest,
    resourceId: row.resource_id,
    name: row.name,
    type: row.type,
    amount: row.amount,
    before: row.before,
    difference: row.difference,
    reasons: CHANGE_REASONS.map(reason => ({
      reason,
      difference: row[`by_${reason}`],
    })),
  };
}
