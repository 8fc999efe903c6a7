import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Decimal } from 'decimal.js';
import { toAmount } from '../domain/amounts';
import { capabilitiesOf } from '../domain/capabilities';
import type { Offering } from '../domain/Offering';

const ID = /^[a-z][a-z0-9-]{0,39}$/;
const AMOUNT = /^\d{1,14}(\.\d{1,6})?$/;
const CURRENCY = /^[A-Z]{3}$/;

type Cloud = Offering['clouds'][number];
type Size = Cloud['sizes'][number];

/**
 * What is sold, from `sites.offering`.
 *
 * @throws an error naming the setting that is wrong
 */
export function readOffering(config: Config): Offering {
  const offering = config.getConfig('sites.offering');
  const currency = offering.getString('currency');
  if (!CURRENCY.test(currency)) {
    throw wrong('sites.offering.currency', 'an ISO 4217 code such as EUR');
  }
  return {
    priceVersion: offering.getString('priceVersion'),
    clouds: readList(offering, 'sites.offering', 'clouds', (cloud, at) =>
      readCloud(cloud, at, currency),
    ),
  };
}

function readCloud(cloud: Config, at: string, currency: string): Cloud {
  const choice = readChoice(cloud, at);
  return {
    ...choice,
    capabilities: capabilitiesOf(choice.id),
    regions: readList(cloud, at, 'regions', readChoice),
    sizes: readList(cloud, at, 'sizes', (size, sizeAt) =>
      readSize(size, sizeAt, currency),
    ),
  };
}

function readSize(size: Config, at: string, currency: string): Size {
  const amount = size.getString('monthlyPrice');
  if (!AMOUNT.test(amount)) {
    throw wrong(`${at}.monthlyPrice`, `a decimal in quotes such as '12.50'`);
  }
  return {
    ...readChoice(size, at),
    description: size.getString('description'),
    monthlyPrice: { amount: toAmount(new Decimal(amount).toFixed()), currency },
  };
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
