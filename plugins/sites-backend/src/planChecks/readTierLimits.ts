import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  customerTiers,
  type CustomerTier,
} from '@freehold/plugin-tenancy-common';
import type { Offering } from '../domain/Offering';

/** How much the customers of a tier may run. */
export interface TierLimits {
  maxSites: number;
  /** Ids of the sizes they may order. */
  sizes: string[];
}

/**
 * The limits of every tier, from `sites.tiers`.
 *
 * @throws an error naming the setting that is wrong
 */
export function readTierLimits(
  config: Config,
  offering: Offering,
): Record<CustomerTier, TierLimits> {
  const known = new Set(
    offering.clouds.flatMap(cloud => cloud.sizes.map(size => size.id)),
  );
  const limits = customerTiers.map(tier => {
    const at = `sites.tiers.${tier}`;
    const maxSites = config.getNumber(`${at}.maxSites`);
    if (!Number.isInteger(maxSites) || maxSites < 0) {
      throw wrong(`${at}.maxSites`, 'a whole number, zero or more');
    }
    const sizes = config.getStringArray(`${at}.sizes`);
    const unknown = sizes.find(size => !known.has(size));
    if (unknown !== undefined) {
      throw wrong(
        `${at}.sizes`,
        `sizes of the offering, which '${unknown}' is not`,
      );
    }
    return [tier, { maxSites, sizes }] as const;
  });
  return Object.fromEntries(limits) as Record<CustomerTier, TierLimits>;
}

function wrong(key: string, wanted: string): InputError {
  return new InputError(
    `Invalid configuration at '${key}': it must be ${wanted}`,
  );
}
