import type { Offering } from '../api';

interface Choice {
  cloud?: string;
  region?: string;
  size?: string;
}

/**
 * Keeps of a choice what is offered together, and fills in what leaves no
 * choice or, for the cloud and the region, the first one.
 */
export function completePlacement(offering: Offering, choice: Choice): Choice {
  const cloud =
    offering.clouds.find(({ id }) => id === choice.cloud) ?? offering.clouds[0];
  if (!cloud) return {};
  const region =
    cloud.regions.find(({ id }) => id === choice.region) ?? cloud.regions[0];
  const size =
    cloud.sizes.find(({ id }) => id === choice.size) ??
    (cloud.sizes.length === 1 ? cloud.sizes[0] : undefined);
  return {
    cloud: cloud.id,
    ...(region && { region: region.id }),
    ...(size && { size: size.id }),
  };
}
