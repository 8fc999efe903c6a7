import type { CoverageSums } from './coverage';
import { Exact, type Distribution } from './distributeCosts';

/** How much of the sums is somebody's, by currency, in alphabetical order. */
export function coverageSumsOf(
  distributions: readonly Distribution[],
): CoverageSums[] {
  const byCurrency = new Map<string, CoverageSums>();
  for (const { sum, parts } of distributions) {
    const known = byCurrency.get(sum.currency) ?? nothingIn(sum.currency);
    const isAllocated = parts.every(({ tenant }) => tenant !== null);
    byCurrency.set(sum.currency, {
      ...known,
      cost: plus(known.cost, sum.absoluteCost),
      rows: known.rows + sum.rows,
      ...(isAllocated && {
        allocatedCost: plus(known.allocatedCost, sum.absoluteCost),
        allocatedRows: known.allocatedRows + sum.rows,
      }),
    });
  }
  return [...byCurrency.values()].sort((a, b) =>
    a.currency < b.currency ? -1 : 1,
  );
}

function nothingIn(currency: string): CoverageSums {
  return {
    currency,
    cost: '0',
    allocatedCost: '0',
    rows: 0n,
    allocatedRows: 0n,
  };
}

function plus(a: string, b: string): string {
  return new Exact(a).plus(b).toFixed();
}
