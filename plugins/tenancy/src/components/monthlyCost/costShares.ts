import { Decimal } from 'decimal.js';
import type { MonthlyCost } from '../../api';
import { NEAR_SHARE, type Nearness } from '../usage/meters';

/** One part of a monthly cost; the last one may stand for all other sites. */
export interface CostShare {
  /** Absent for all other sites together. */
  siteId?: string;
  title?: string;
  amount: string;
  /** Of the whole bar, from 0 to 1. */
  share: number;
}

/** A monthly cost in one currency, as a bar shows it. Decimal strings. */
export interface CostBar {
  currency: string;
  spent: string;
  /** Absent where nothing limits this currency. */
  limit?: string;
  left?: string;
  /** By how much the limit is passed. */
  over?: string;
  shares: CostShare[];
}

/** A bar for each currency, that of the limit first. */
export function costBars({ limit, totals, sites }: MonthlyCost): CostBar[] {
  const isThere = totals.some(({ currency }) => currency === limit?.currency);
  const all =
    limit && !isThere
      ? [{ amount: '0.00', currency: limit.currency }, ...totals]
      : totals;
  return all
    .map(total =>
      toBar(
        total,
        sites.filter(({ currency }) => currency === total.currency),
        limit?.currency === total.currency ? limit.amount : undefined,
      ),
    )
    .sort((left, right) => Number(!left.limit) - Number(!right.limit));
}

/** How near the cost is to its limit; a limit in another currency tells nothing. */
export function nearnessOfCost(cost: MonthlyCost): Nearness {
  const [bar] = costBars(cost);
  if (!bar?.limit) return 'ample';
  if (new Decimal(bar.spent).greaterThanOrEqualTo(bar.limit)) return 'full';
  return new Decimal(bar.limit).times(NEAR_SHARE).lessThanOrEqualTo(bar.spent)
    ? 'near'
    : 'ample';
}

function toBar(
  { amount: spent, currency }: MonthlyCost['totals'][number],
  sites: MonthlyCost['sites'],
  limit: string | undefined,
): CostBar {
  const rest = Decimal.sum(0, ...sites.map(({ amount }) => amount))
    .negated()
    .plus(spent);
  const whole = Decimal.max(spent, limit ?? 0);
  const shareOf = (amount: string) =>
    whole.isZero() ? 0 : new Decimal(amount).dividedBy(whole).toNumber();
  const left =
    limit === undefined ? undefined : new Decimal(limit).minus(spent);
  return {
    currency,
    spent,
    limit,
    ...(left && !left.isNegative() && { left: left.toFixed() }),
    ...(left?.isNegative() && { over: left.negated().toFixed() }),
    shares: [
      ...sites.map(({ siteId, title, name, amount }) => ({
        siteId,
        title: title || name,
        amount,
        share: shareOf(amount),
      })),
      ...(rest.isPositive() && !rest.isZero()
        ? [{ amount: rest.toFixed(), share: shareOf(rest.toFixed()) }]
        : []),
    ],
  };
}
