import { ConflictError } from '@backstage/errors';
import { CUSTOM_SIZE, type Specification } from '@freehold/plugin-sites-common';
import { Decimal } from 'decimal.js';
import { toAmount } from './amounts';
import type { Price, PriceLine } from './Deployment';
import type { OrderableCloud } from './Offering';
import type { PriceBook } from './PriceBook';

const DATABASE_SIZES = ['small', 'medium', 'large'];
const MEBIBYTES_PER_GIBIBYTE = 1_024;

/** The part of a site that its price depends on. */
export type PricedSite = Pick<Specification, 'customSize' | 'addOns'> & {
  cloud: string;
  size: string;
};

/** What has a price of its own on a cloud. */
export function priceItemsOf({
  sizes,
  capabilities,
}: Pick<OrderableCloud, 'sizes' | 'capabilities'>): string[] {
  const has = (addOn: 'database' | 'storage') =>
    capabilities.addOns.includes(addOn);
  return [
    ...sizes.map(({ id }) => `size.${id}`),
    ...(capabilities.customSize ? ['custom.vcpu', 'custom.gib'] : []),
    ...(has('database')
      ? ['database', 'replica'].flatMap(kind =>
          DATABASE_SIZES.map(size => `${kind}.${size}`),
        )
      : []),
    ...(has('storage') ? ['storage'] : []),
  ];
}

/**
 * The monthly price of a site, line by line. A custom size costs what the
 * instances measure that always run; those that come and go are usage.
 *
 * @param present - what the site costs now: what stays keeps its price
 * @throws ConflictError naming what has no price yet
 */
export function priceSite(
  book: PriceBook,
  site: PricedSite,
  present?: Price,
): Price {
  const kept = present?.currency === book.currency ? present.lines : [];
  let isNewlyPriced = present === undefined || kept.length === 0;
  const lines = quantitiesOf(site).map(([item, quantity]): PriceLine => {
    const unitAmount = kept.find(line => line.item === item)?.unitAmount;
    isNewlyPriced ||= unitAmount === undefined;
    return toLine(item, quantity, unitAmount ?? amountOf(book, site, item));
  });
  return {
    amount: sum(lines.map(({ amount }) => amount)),
    currency: book.currency,
    priceVersion:
      isNewlyPriced || !present ? book.version : present.priceVersion,
    lines,
  };
}

/** Of amounts in one currency. */
export function sum(amounts: readonly string[]): string {
  return toAmount(Decimal.sum(0, ...amounts).toFixed());
}

function quantitiesOf(site: PricedSite): [item: string, quantity: Decimal][] {
  const { size, customSize, addOns } = site;
  const one = new Decimal(1);
  const quantities: [string, Decimal][] = [[`size.${size}`, one]];
  if (size === CUSTOM_SIZE && customSize) {
    const { cpu, memory, minimumInstances } = customSize;
    quantities.push(
      ['custom.vcpu', new Decimal(cpu).times(minimumInstances)],
      [
        'custom.gib',
        new Decimal(memory)
          .dividedBy(MEBIBYTES_PER_GIBIBYTE)
          .times(minimumInstances),
      ],
    );
  }
  if (addOns.database) {
    quantities.push([`database.${addOns.database.size}`, one]);
    if (addOns.database.replica) {
      quantities.push([`replica.${addOns.database.size}`, one]);
    }
  }
  if (addOns.storage) {
    quantities.push(['storage', one]);
  }
  return quantities;
}

function toLine(
  item: string,
  quantity: Decimal,
  unitAmount: string,
): PriceLine {
  const amount = quantity.times(unitAmount).toDecimalPlaces(6);
  return {
    item,
    quantity: quantity.toFixed(),
    unitAmount,
    amount: toAmount(amount.toFixed()),
  };
}

function amountOf(book: PriceBook, site: PricedSite, item: string): string {
  const priced = book.items.find(
    it => it.cloud === site.cloud && it.item === item,
  );
  if (!priced) {
    throw new ConflictError(
      `'${item}' has no price on this cloud yet, so it cannot be ordered. Leave it out, or ask the hosting team.`,
    );
  }
  return priced.amount;
}
