import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** Charges of resources that agree in their tags and some columns. */
export interface TaggedCharges {
  /** Of the columns that were asked for, in their order. */
  values: (string | null)[];
  /** JSON, as the file wrote them. */
  tags: string | null;
  currency: string;
  /** Without its sign; an exact decimal. */
  cost: string;
}

const COST = 'coalesce(sum(abs(coalesce(effective_cost, billed_cost))), 0)';

/** Charges as a tag policy looks at them; in the door of all tenants. */
export class TaggedChargesStore {
  /** The newest billing period that there are charges of. */
  async findNewestPeriod(trx: TenantTransaction): Promise<string | undefined> {
    const { rows } = await trx.raw(
      `select max(billing_period)::text as period from source_periods where tenant_id = ?`,
      [BUSINESS_TENANT],
    );
    return rows[0].period ?? undefined;
  }

  /** What charges of resources cost, by currency. */
  async sum(
    trx: TenantTransaction,
    billingPeriod: string,
  ): Promise<{ currency: string; cost: string }[]> {
    const { rows } = await trx.raw(
      `select billing_currency as currency, ${COST}::text as cost from charges
        where billing_period = ? and resource_id is not null
        group by 1 order by 1`,
      [billingPeriod],
    );
    return rows;
  }

  /** Those that cost most. */
  async listDearest(
    trx: TenantTransaction,
    billingPeriod: string,
    { columns, limit }: { columns: readonly string[]; limit: number },
  ): Promise<TaggedCharges[]> {
    const { rows } = await trx.raw(
      `select array[${columns.map(name => `${name}::text`).join(', ')}]::text[] as "values",
              tags::text as tags, billing_currency as currency, ${COST}::text as cost
         from charges where billing_period = ? and resource_id is not null
        group by 1, charges.tags, 3 order by ${COST} desc limit ?`,
      [billingPeriod, limit],
    );
    return rows;
  }
}
