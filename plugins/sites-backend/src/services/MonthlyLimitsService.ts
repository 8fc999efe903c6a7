import {
  unknownCustomer,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { PriceAudit } from '../audit/PriceAudit';
import type {
  MonthlyLimit,
  MonthlyLimitsStore,
  MonthlyTotal,
  SiteCost,
} from '../database/MonthlyLimitsStore';
import { toAmount } from '../domain/amounts';
import type { PriceBooksService } from './PriceBooksService';

/** What all sites of a customer cost a month, and may. */
export interface MonthlyCost {
  limit?: MonthlyLimit;
  totals: MonthlyTotal[];
  /** The dearest, as many as people can tell apart in a bar. */
  sites: SiteCost[];
}

const SITES_SHOWN = 7;

/** Limits of what customers may spend a month. */
export class MonthlyLimitsService {
  static create(options: {
    audit: PriceAudit;
    database: TenantDatabase;
    directory: TenantDirectory;
    monthlyLimits: MonthlyLimitsStore;
    prices: Pick<PriceBooksService, 'current'>;
  }): MonthlyLimitsService {
    return new MonthlyLimitsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof MonthlyLimitsService.create>[0],
  ) {}

  /** @throws NotFoundError */
  async getMonthlyLimit(tenant: string): Promise<MonthlyCost> {
    await this.requireCustomer(tenant);
    const { database, monthlyLimits } = this.deps;
    return database.transaction(tenant, async trx => ({
      limit: await monthlyLimits.find(trx, tenant),
      totals: await monthlyLimits.totals(trx, tenant),
      sites: await monthlyLimits.dearest(trx, tenant, SITES_SHOWN),
    }));
  }

  /**
   * Sets the limit, in the currency of the prices that hold now.
   *
   * @param change.amount - null takes the limit away
   * @throws NotFoundError
   */
  async setMonthlyLimit(
    tenant: string,
    change: { amount: string | null; reason: string; by: string },
  ): Promise<MonthlyCost> {
    const { audit, database, monthlyLimits, prices } = this.deps;
    const { amount, reason, by } = change;
    const customer = await this.requireCustomer(tenant);
    const { currency } = await prices.current();
    await database.transaction(tenant, async trx => {
      const before = await monthlyLimits.find(trx, tenant);
      if (amount === null) {
        await monthlyLimits.delete(trx, tenant);
      } else {
        await monthlyLimits.save(trx, tenant, {
          amount: toAmount(amount),
          currency,
          reason,
          setBy: by,
        });
      }
      const after = await monthlyLimits.find(trx, tenant);
      await audit.limitSet(trx, customer, { before, after, reason });
    });
    return this.getMonthlyLimit(tenant);
  }

  private async requireCustomer(tenant: string) {
    const customer = await this.deps.directory.findCustomer(tenant);
    if (!customer) {
      throw unknownCustomer(tenant);
    }
    return customer;
  }
}
