import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Decimal } from 'decimal.js';
import type { PriceBookContent } from '../database/PriceBooksStore';
import { toAmount } from '../domain/amounts';
import { capabilitiesOf } from '../domain/capabilities';
import type { Assortment, OrderableCloud } from '../domain/Offering';
import { priceItemsOf } from '../domain/priceSite';

const ID = /^[a-z][a-z0-9-]{0,39}$/;
const AMOUNT = /^\d{1,14}(\.\d{1,6})?$/;
const CURRENCY = /^[A-Z]{3}$/;

type Size = OrderableCloud['sizes'][number];

/** What is sold, and the prices it began with. */
export interface ConfiguredOffering {
  assortment: Assortment;
  /** Become the first version of the price book, at the first start. */
  firstPrices: PriceBookContent;
}

/**
 * What is sold, from `sites.offering`.
 *
 * @throws an error naming the setting that is wrong
 */
export function readOffering(config: Config): ConfiguredOffering {
  const offering = config.getConfig('sites.offering');
  const currency = offering.getString('currency');
  if (!CURRENCY.test(currency)) {
    throw wrong('sites.offering.currency', 'an ISO 4217 code such as EUR');
  }
  const clouds = readList(offering, 'sites.offering', 'clouds', readCloud);
  return {
    assortment: { clouds: clouds.map(({ cloud }) => cloud) },
    firstPrices: {
      version: offering.getString('priceVersion'),
      currency,
      source: 'From the configuration, at the first start',
      items: clouds.flatMap(({ items }) => items),
    },
  };
}

function readCloud(config: Config, at: string) {
  const choice = readChoice(config, at);
  const sizes = readList(config, at, 'sizes', readSize);
  const cloud: OrderableCloud = {
    ...choice,
    capabilities: capabilitiesOf(choice.id),
    regions: readList(config, at, 'regions', readChoice),
    sizes: sizes.map(({ size }) => size),
  };
  const known = priceItemsOf(cloud);
  const others = config.getOptionalConfig('prices');
  const items = (others?.keys() ?? []).map(item => {
    if (!known.includes(item)) {
      throw wrong(`${at}.prices.${item}`, `one of ${known.join(', ')}`);
    }
    return { item, amount: readAmount(others!, item, `${at}.prices`) };
  });
  return {
    id: choice.id,
    cloud,
    items: [...sizes.flatMap(({ price }) => price ?? []), ...items].map(
      item => ({ cloud: choice.id, ...item }),
    ),
  };
}

function readSize(config: Config, at: string) {
  const size: Size = {
    ...readChoice(config, at),
    description: config.getString('description'),
  };
  const price = config.has('monthlyPrice') && {
    item: `size.${size.id}`,
    amount: readAmount(config, 'monthlyPrice', at),
  };
  return { id: size.id, size, price: price || undefined };
}

function readAmount(config: Config, key: string, at: string): string {
  const amount = readString(config, key);
  if (amount === undefined || !AMOUNT.test(amount)) {
    throw wrong(`${at}.${key}`, `a decimal in quotes such as '12.50'`);
  }
  return toAmount(new Decimal(amount).toFixed());
}

/** Keys of prices hold dots, which paths of a configuration cannot. */
function readString(config: Config, key: string): string | undefined {
  const value = config.get<Record<string, unknown>>()[key];
  return typeof value === 'string' ? value : undefined;
}

function readChoice(choice: Config, at: string): { id: string; title: string } {
  const id = choice.getString('id');
  if (!ID.test(id)) {
    throw wrong(`${at}.id`, 'lower-case letters, digits and hyphens');
  }
  return { id, title: choice.getString('title') };
}

function readList<T extends { id: string }>(
  parent: Config,
  parentAt: string,
  key: string,
  read: (item: Config, at: string) => T,
): T[] {
  const at = `${parentAt}.${key}`;
  const items = parent
    .getConfigArray(key)
    .map((item, index) => read(item, `${at}[${index}]`));
  if (items.length === 0) {
    throw wrong(at, 'a list with at least one entry');
  }
  if (new Set(items.map(item => item.id)).size < items.length) {
    throw wrong(at, 'a list in which every id occurs once');
  }
  return items;
}

function wrong(key: string, wanted: string): InputError {
  return new InputError(
    `Invalid configuration at '${key}': it must be ${wanted}`,
  );
}
