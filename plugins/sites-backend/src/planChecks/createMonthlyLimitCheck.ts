import type { PlanCheck } from '@freehold/plugin-sites-node';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { MonthlyLimitsStore } from '../database/MonthlyLimitsStore';
import { refusalOfPrice } from '../domain/monthlyLimit';

/** Denies plans after which all sites of the customer cost too much together. */
export function createMonthlyLimitCheck(deps: {
  database: TenantDatabase;
  monthlyLimits: MonthlyLimitsStore;
}): PlanCheck {
  const { database, monthlyLimits } = deps;
  return {
    id: 'monthly-limit',
    async check({ kind, customer, site, price, priceBefore }) {
      if (kind === 'destroy') {
        return [];
      }
      const { limit, others } = await database.transaction(
        customer.slug,
        async trx => ({
          limit: await monthlyLimits.find(trx, customer.slug),
          others: await monthlyLimits.totals(trx, customer.slug, site.siteId),
        }),
      );
      const reason =
        limit && refusalOfPrice({ limit, others, price, before: priceBefore });
      return reason ? [{ effect: 'deny', reason }] : [];
    },
  };
}
