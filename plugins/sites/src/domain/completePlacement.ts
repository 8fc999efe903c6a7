import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import type { OfferedCloud, OfferedSize, Offering } from '../api';
import type { RuntimeKind } from './RuntimeDraft';

interface Choice {
  cloud?: string;
  region?: string;
  size?: string;
}

/**
 * Keeps of a choice what is offered together, and fills in what leaves no
 * choice or, for the cloud and the region, the first one.
 */
export function completePlacement(
  offering: Offering,
  choice: Choice,
  runtime: RuntimeKind = 'static',
): Choice {
  const cloud =
    offering.clouds.find(({ id }) => id === choice.cloud) ?? offering.clouds[0];
  if (!cloud) return {};
  const region =
    cloud.regions.find(({ id }) => id === choice.region) ?? cloud.regions[0];
  const sizes = sizesFor(cloud, runtime);
  const size =
    sizes.find(({ id }) => id === choice.size) ??
    (sizes.length === 1 ? sizes[0] : undefined);
  return {
    cloud: cloud.id,
    ...(region && { region: region.id }),
    ...(size && { size: size.id }),
  };
}

/** Nothing is reserved for static files, so there is nothing to measure out. */
export function sizesFor(
  cloud: OfferedCloud,
  runtime: RuntimeKind,
): OfferedSize[] {
  return cloud.sizes.filter(
    ({ id }) => id !== CUSTOM_SIZE || runtime !== 'static',
  );
}

/** A runtime of the cloud: the wished one, or its first. */
export function possibleRuntime(
  { capabilities }: OfferedCloud,
  wished: RuntimeKind,
): RuntimeKind {
  const { runtimes } = capabilities;
  return runtimes.includes(wished) ? wished : (runtimes[0] ?? 'static');
}
