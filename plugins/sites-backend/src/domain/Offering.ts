import { InputError } from '@backstage/errors';
import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { Price } from './Deployment';

/** What can be ordered where; amounts are decimal strings. */
export type Offering = SitesComponents['schemas']['Offering'];

/** One cloud of the offering, with what it can do. */
export type OfferedCloud = Offering['clouds'][number];

/** Where a site runs and how large it is. */
export interface Placement {
  cloud: string;
  region: string;
  size: string;
}

/**
 * The monthly price of a placement.
 *
 * @throws InputError naming what can be ordered instead
 */
export function priceOf(offering: Offering, placement: Placement): Price {
  const cloud = findCloud(offering, placement.cloud);
  pick(`region of ${cloud.title}`, cloud.regions, placement.region);
  const size = pick(`size of ${cloud.title}`, cloud.sizes, placement.size);
  return { ...size.monthlyPrice, priceVersion: offering.priceVersion };
}

/** @throws InputError naming the clouds there are */
export function findCloud(offering: Offering, id: string): OfferedCloud {
  return pick('cloud', offering.clouds, id);
}

function pick<T extends { id: string }>(
  what: string,
  choices: readonly T[],
  id: string,
): T {
  const chosen = choices.find(choice => choice.id === id);
  if (!chosen) {
    const valid = choices.map(choice => `'${choice.id}'`).join(', ');
    throw new InputError(
      `There is no ${what} called '${id}'. Choose one of ${valid}.`,
    );
  }
  return chosen;
}
