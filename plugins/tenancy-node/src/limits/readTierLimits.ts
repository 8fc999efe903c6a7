import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  customerTiers,
  defaultTierLimits,
  type CustomerLimits,
  type CustomerTier,
} from '@freehold/plugin-tenancy-common';

export type TierLimits = Record<CustomerTier, CustomerLimits>;

/**
 * What every tier includes, from `tenancy.limits.tiers`.
 *
 * @throws InputError naming the setting that is wrong
 */
export function readTierLimits(config: Config): TierLimits {
  return Object.fromEntries(
    customerTiers.map(tier => [tier, readLimits(config, tier)]),
  ) as TierLimits;
}

function readLimits(config: Config, tier: CustomerTier): CustomerLimits {
  const at = `tenancy.limits.tiers.${tier}`;
  const normal = defaultTierLimits[tier];
  const read = (
    name: 'requestsPerMinute' | 'deploymentsPerHour' | 'sites',
    least: number,
  ) => {
    const value = config.getOptionalNumber(`${at}.${name}`) ?? normal[name];
    if (!Number.isInteger(value) || value < least) {
      throw new InputError(
        `Invalid configuration at '${at}.${name}': it must be a whole number, ${least} or more`,
      );
    }
    return value;
  };
  const sizes = config.getOptionalStringArray(`${at}.sizes`);
  return {
    requestsPerMinute: read('requestsPerMinute', 1),
    deploymentsPerHour: read('deploymentsPerHour', 0),
    sites: read('sites', 0),
    ...(sizes && { sizes }),
  };
}
