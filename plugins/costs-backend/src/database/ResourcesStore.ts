import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { ComparedRange } from '../domain/Comparison';
import { chargesIn } from './ChargePeriods';
import { CHARGE_METRICS } from './CostsStore';

/** One resource of a customer in two spans; exact decimals. */
export interface ResourceCost {
  customer: string;
  /** Undefined where it is of none, or of several. */
  site?: string;
  resourceId: string;
  name?: string;
  type?: string;
  service?: string;
  currency: string;
  amount: string;
  before: string;
  difference: string;
  change: string | null;
}

/** Resources and what they cost; in the door of one tenant, or of all. */
export class ResourcesStore {
  /** Of each currency the dearest `top`, highest first. */
  async listTop(
    trx: TenantTransaction,
    range: ComparedRange & { top: number },
    tenant?: string,
  ): Promise<ResourceCost[]> {
    const now = await chargesIn(trx, range, tenant);
    const before = await chargesIn(
      trx,
      { ...range, ...range.compared },
      tenant,
    );
    const metric = CHARGE_METRICS[range.metric];
    const { rows } = await trx.raw(
      `with present as (
         select tenant_id, resource_id, billing_currency as currency,
                max(resource_name) as name, max(resource_type) as type,
                max(service_name) as service,
                case when min(coalesce(site, '')) = max(coalesce(site, ''))
                     then max(site) end as site,
                coalesce(sum(${metric}), 0) as amount
           from charges where ${now.sql} and resource_id is not null
          group by 1, 2, 3),
       dearest as (
         select * from (
           select *, row_number() over (
                    partition by currency order by amount desc, tenant_id, resource_id) as place
             from present) placed
          where place <= ?),
       past as (
         select tenant_id, resource_id, billing_currency as currency,
                coalesce(sum(${metric}), 0) as before
           from charges where ${before.sql}
            and resource_id in (select resource_id from dearest)
          group by 1, 2, 3)
       select tenant_id, resource_id, currency, name, type, service, site,
              amount::text as amount, coalesce(before, 0)::text as before,
              (amount - coalesce(before, 0))::text as difference,
              case when before > 0
                   then round((amount - before) / before, 6)::text end as change
         from dearest left join past using (tenant_id, resource_id, currency)
        order by currency, place`,
      [...now.bindings, range.top, ...before.bindings],
    );
    return rows.map((row: Record<string, any>) => ({
      customer: row.tenant_id,
      site: row.site ?? undefined,
      resourceId: row.resource_id,
      name: row.name ?? undefined,
      type: row.type ?? undefined,
      service: row.service ?? undefined,
      currency: row.currency,
      amount: row.amount,
      before: row.before,
      difference: row.difference,
      change: row.change,
    }));
  }
}
