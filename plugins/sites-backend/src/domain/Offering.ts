import { InputError } from '@backstage/errors';
import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { PriceBook } from './PriceBook';

/** What can be ordered where, and what it costs; amounts are decimal strings. */
export type Offering = SitesComponents['schemas']['Offering'];

/** One cloud of the offering, with what it can do. */
export type OfferedCloud = Offering['clouds'][number];

type OfferedSize = OfferedCloud['sizes'][number];

/** A cloud as configured, whatever it costs. */
export interface OrderableCloud extends Omit<OfferedCloud, 'sizes'> {
  sizes: Omit<OfferedSize, 'monthlyPrice'>[];
}

/** What can be ordered where, as configured. */
export interface Assortment {
  clouds: OrderableCloud[];
}

/** Where a site runs and how large it is. */
export interface Placement {
  cloud: string;
  region: string;
  size: string;
}

/** The assortment at the prices of a version; what has none is left out. */
export function offer({ clouds }: Assortment, book: PriceBook): Offering {
  const priceOf = (cloud: string, size: string) =>
    book.items.find(it => it.cloud === cloud && it.item === `size.${size}`);
  return {
    priceVersion: book.version,
    clouds: clouds.map(cloud => ({
      ...cloud,
      sizes: cloud.sizes.flatMap(size => {
        const price = priceOf(cloud.id, size.id);
        return price
          ? {
              ...size,
              monthlyPrice: { amount: price.amount, currency: book.currency },
            }
          : [];
      }),
    })),
  };
}

/** The title of each size, as the first cloud that has it calls it. */
export function titlesOfSizes({ clouds }: Assortment): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { id, title } of clouds.flatMap(({ sizes }) => sizes)) {
    titles.set(id, titles.get(id) ?? title);
  }
  return titles;
}

/**
 * @returns the cloud of the placement
 * @throws InputError naming what can be ordered instead
 */
export function checkPlacement(
  assortment: Assortment,
  placement: Placement,
): OrderableCloud {
  const cloud = findCloud(assortment, placement.cloud);
  pick(`region of ${cloud.title}`, cloud.regions, placement.region);
  pick(`size of ${cloud.title}`, cloud.sizes, placement.size);
  return cloud;
}

/** @throws InputError naming the clouds there are */
export function findCloud({ clouds }: Assortment, id: string): OrderableCloud {
  return pick('cloud', clouds, id);
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
