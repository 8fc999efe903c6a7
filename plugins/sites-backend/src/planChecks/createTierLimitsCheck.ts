import type { PlanCheck } from '@freehold/plugin-sites-node';
import {
  unknownCustomer,
  type TenantLimits,
} from '@freehold/plugin-tenancy-node';
import { refusalOfSiteCount, refusalOfSize } from '../domain/limits';

/**
 * Denies plans that exceed what the customer may have, which may have changed
 * since the order. A site that exists is never denied for its number, so that
 * a customer whose tier went down can still change and shrink what runs.
 */
export function createTierLimitsCheck(
  limits: Pick<TenantLimits, 'findLimits'>,
): PlanCheck {
  return {
    id: 'tier-limits',
    async check({ kind, plan, site, customer, customerSiteCount }) {
      if (kind === 'destroy') {
        return [];
      }
      const found = await limits.findLimits(customer.slug);
      if (!found) {
        throw unknownCustomer(customer.slug);
      }
      const { effective } = found;
      return [
        isNew(plan.summary) && refusalOfSiteCount(effective, customerSiteCount),
        refusalOfSize(effective, site.size),
      ].flatMap(reason =>
        reason ? [{ effect: 'deny' as const, reason }] : [],
      );
    },
  };
}

function isNew(summary: {
  update: number;
  replace: number;
  destroy: number;
  forget?: number;
}): boolean {
  const { update, replace, destroy, forget = 0 } = summary;
  return update + replace + destroy + forget === 0;
}
