import { Decimal } from 'decimal.js';
import type { AllocationMove, Amount } from '../api';

const Exact = Decimal.clone({ precision: 100 });

/** How much changes its customer, by currency, without regard to signs. */
export function amountsMoved(moves: readonly AllocationMove[]): Amount[] {
  const sums = new Map<string, Decimal>();
  for (const { cost, currency, dimension } of moves) {
    if (dimension !== 'tenant') continue;
    const known = sums.get(currency) ?? new Exact(0);
    sums.set(currency, known.plus(new Exact(cost).abs()));
  }
  return [...sums].map(([currency, amount]) => ({
    currency,
    amount: amount.toFixed(),
  }));
}

/** The larger ones first, without regard to signs. */
export function largestFirst<T extends { cost: string }>(
  moves: readonly T[],
): T[] {
  return [...moves].sort((a, b) =>
    new Exact(b.cost).abs().cmp(new Exact(a.cost).abs()),
  );
}

/** The highest of amounts, and never below zero. */
export function highestOf(amounts: readonly string[]): string {
  return Exact.max(0, ...amounts).toFixed();
}
