import type {
  CustomerLimits,
  CustomerTier,
} from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '../database';
import type { TierLimits } from './readTierLimits';

interface LimitsRow {
  tier: CustomerTier;
  requests_per_minute: number | null;
  deployments_per_hour: number | null;
  sites: number | null;
  sizes: string[] | null;
}

/** The limits of one customer, and where they come from. */
export interface LimitsOfCustomer {
  /** Those that hold. */
  effective: CustomerLimits;
  /** Those of its tier. */
  tier: CustomerLimits;
  /** Those agreed with this customer alone, in place of its tier's. */
  own: Partial<CustomerLimits>;
}

/** Reads tables of tenancy-backend, through the tenant's own door. */
export class DatabaseCustomerLimits {
  static create(options: {
    database: Promise<TenantDatabase>;
    tiers: TierLimits;
  }): DatabaseCustomerLimits {
    return new DatabaseCustomerLimits(options.database, options.tiers);
  }

  private constructor(
    private readonly database: Promise<TenantDatabase>,
    private readonly tiers: TierLimits,
  ) {}

  /** Never cached; undefined when there is no such customer. */
  async find(tenant: string): Promise<LimitsOfCustomer | undefined> {
    const database = await this.database;
    const row: LimitsRow | undefined = await database.transaction(tenant, trx =>
      trx('customers')
        .leftJoin(
          'customer_limits',
          'customer_limits.tenant_id',
          'customers.tenant_id',
        )
        .where({ 'customers.tenant_id': tenant })
        .first(
          'customers.tier',
          'customer_limits.requests_per_minute',
          'customer_limits.deployments_per_hour',
          'customer_limits.sites',
          'customer_limits.sizes',
        ),
    );
    if (!row) {
      return undefined;
    }
    const tier = this.tiers[row.tier];
    const own = toOwnLimits(row);
    return { tier, own, effective: { ...tier, ...own } };
  }
}

function toOwnLimits(row: LimitsRow): Partial<CustomerLimits> {
  return {
    ...(row.requests_per_minute !== null && {
      requestsPerMinute: row.requests_per_minute,
    }),
    ...(row.deployments_per_hour !== null && {
      deploymentsPerHour: row.deployments_per_hour,
    }),
    ...(row.sites !== null && { sites: row.sites }),
    ...(row.sizes !== null && { sizes: row.sizes }),
  };
}
