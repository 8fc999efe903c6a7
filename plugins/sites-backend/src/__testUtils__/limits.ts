import type { CustomerLimits } from '@freehold/plugin-tenancy-common';
import type { TenantLimits } from '@freehold/plugin-tenancy-node';
import { customers } from './directory';

const ample: CustomerLimits = {
  requestsPerMinute: 100,
  deploymentsPerHour: 100,
  sites: 50,
};

/** Ample limits for the customers of the directory, unless others are given. */
export function createLimits(
  own: Record<string, Partial<CustomerLimits>> = {},
): Pick<TenantLimits, 'tiers' | 'findLimits'> {
  return {
    tiers: { standard: ample, premium: ample },
    findLimits: async tenant =>
      customers[tenant] && {
        tier: ample,
        own: own[tenant] ?? {},
        effective: { ...ample, ...own[tenant] },
      },
  };
}
