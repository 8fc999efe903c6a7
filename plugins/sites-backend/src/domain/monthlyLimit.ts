import { Decimal } from 'decimal.js';
import { toAmount } from './amounts';

interface Amount {
  amount: string;
  currency: string;
}

/** A site's price beside what all others cost, and what all may cost. */
export interface LimitedPrice {
  limit: Amount;
  /** Of all other sites, by currency. */
  others: readonly Amount[];
  price: Amount;
  /** What the site costs now; absent for a new one. */
  before?: Amount;
}

/**
 * Why a site may not have this price; undefined when it may. What makes a site
 * no dearer is never refused, so that a customer whose limit went down can
 * still change and shrink what runs.
 */
export function refusalOfPrice(asked: LimitedPrice): string | undefined {
  const { limit, price, before } = asked;
  if (before && isNoDearer(price, before)) {
    return undefined;
  }
  const { total, isComparable } = totalOf(asked);
  if (!isComparable) {
    return `The monthly limit is ${say(limit)}, and what the sites cost is not all in ${limit.currency}. Ask the hosting team for a limit in that currency.`;
  }
  if (new Decimal(total).lessThanOrEqualTo(limit.amount)) {
    return undefined;
  }
  const room = Decimal.max(
    0,
    new Decimal(limit.amount).minus(total).plus(price.amount),
  );
  return `All sites together would cost ${say({ ...limit, amount: total })} a month, and the limit is ${say(limit)}. This site may cost ${say({ ...limit, amount: toAmount(room.toFixed()) })}: choose less, delete what is not needed, or ask the hosting team for a higher limit.`;
}

/** What all sites would cost; undefined where currencies differ. */
export function monthlyTotalOf(
  asked: Pick<LimitedPrice, 'limit' | 'others' | 'price'>,
): Amount | undefined {
  const { total, isComparable } = totalOf(asked);
  return isComparable
    ? { amount: total, currency: asked.limit.currency }
    : undefined;
}

/** What all sites would cost, and whether that is all in the limit's currency. */
function totalOf({
  limit,
  others,
  price,
}: Pick<LimitedPrice, 'limit' | 'others' | 'price'>) {
  const amounts = [...others, price];
  const isComparable = amounts.every(
    ({ amount, currency }) =>
      currency === limit.currency || new Decimal(amount).isZero(),
  );
  const total = Decimal.sum(
    0,
    ...amounts
      .filter(({ currency }) => currency === limit.currency)
      .map(({ amount }) => amount),
  );
  return { total: toAmount(total.toFixed()), isComparable };
}

function isNoDearer(price: Amount, before: Amount): boolean {
  return (
    price.currency === before.currency &&
    new Decimal(price.amount).lessThanOrEqualTo(before.amount)
  );
}

function say({ amount, currency }: Amount): string {
  return `${amount} ${currency}`;
}
