import { InputError } from '@backstage/errors';
import type { CustomerLimits } from '@freehold/plugin-tenancy-common';
import type { Assortment } from './Offering';

/**
 * Why a customer may not have this many sites; undefined when it may.
 *
 * @param count - the new one and those that failed included
 */
export function refusalOfSiteCount(
  { sites }: CustomerLimits,
  count: number,
): string | undefined {
  if (count <= sites) {
    return undefined;
  }
  const most = sites === 1 ? '1 site' : `${sites} sites`;
  return `The limit is ${most}, and this would be number ${count}, counting those that failed. Delete one that is not needed, or ask the hosting team for more.`;
}

/** Why a customer may not order this size; undefined when it may. */
export function refusalOfSize(
  { sizes }: CustomerLimits,
  size: string,
): string | undefined {
  if (!sizes || sizes.includes(size)) {
    return undefined;
  }
  return `The size '${size}' is not included. Choose one of these: ${sizes.join(', ') || 'none'}; or ask the hosting team for a higher tier.`;
}

/**
 * @throws InputError naming a setting with sizes that cannot be ordered
 */
export function assertKnownSizes(
  tiers: Record<string, CustomerLimits>,
  assortment: Assortment,
): void {
  const known = assortment.clouds.flatMap(cloud =>
    cloud.sizes.map(size => size.id),
  );
  for (const [tier, { sizes = [] }] of Object.entries(tiers)) {
    const unknown = sizes.find(size => !known.includes(size));
    if (unknown !== undefined) {
      throw new InputError(
        `Invalid configuration at 'tenancy.limits.tiers.${tier}.sizes': it must be sizes of the offering, which '${unknown}' is not`,
      );
    }
  }
}
