import { Decimal } from 'decimal.js';
import type { PricedLines } from '../api';

/** One part of a price, before and after a change; decimal strings. */
export interface ComparedLine {
  item: string;
  /** How much of it there is then, or was where it goes. */
  quantity: string;
  before?: string;
  after?: string;
  /** Absent where it stays. */
  difference?: string;
}

/** Two prices part by part; what stays comes in the order of the later one. */
export function comparePrices(
  before: PricedLines,
  after: PricedLines,
): ComparedLine[] {
  const gone = before.lines.filter(
    ({ item }) => !after.lines.some(line => line.item === item),
  );
  return [
    ...after.lines.map(({ item, quantity, amount }) => {
      const earlier = before.lines.find(line => line.item === item)?.amount;
      return {
        item,
        quantity,
        before: earlier,
        after: amount,
        difference: differenceOf(earlier, amount),
      };
    }),
    ...gone.map(({ item, quantity, amount }) => ({
      item,
      quantity,
      before: amount,
      difference: differenceOf(amount, undefined),
    })),
  ];
}

/** What the later amount is more than the earlier one; absent for no change. */
export function differenceOf(
  before: string | undefined,
  after: string | undefined,
): string | undefined {
  const difference = new Decimal(after ?? 0).minus(before ?? 0);
  return difference.isZero() ? undefined : difference.toFixed();
}

/** What is left of a limit; nothing when it is passed. */
export function leftOf(limit: string, spent: string): string {
  return Decimal.max(0, new Decimal(limit).minus(spent)).toFixed();
}

/** Whether an amount is below nothing. */
export function isNegative(amount: string): boolean {
  return new Decimal(amount).isNegative();
}
