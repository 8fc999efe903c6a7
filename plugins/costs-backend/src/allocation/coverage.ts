import { shareOf } from './shareOf';

/** Sums of charges in one currency, of a period or of whatever is looked at. */
export interface CoverageSums {
  currency: string;
  /** Σ |cost| of all charges. */
  cost: string;
  /** Σ |cost| of those that are allocated. */
  allocatedCost: string;
  rows: bigint;
  allocatedRows: bigint;
}

/** How much is allocated: shares from `0` to `1`, with four decimals. */
export interface Coverage {
  currency: string;
  /** None where no charge costs anything. */
  byCost: string | null;
  /** None where there is no charge. */
  byRows: string | null;
}

/**
 * The share that is allocated. Charges weigh by what they amount to without
 * their sign: a credit of 10 that is nobody's is as much to allocate as a cost
 * of 10. Were credits taken off, 110 allocated of a total of 100 would be
 * 110 %. It rounds down, so that it says `1` when nothing is left to allocate
 * and not before.
 */
export function coverageOf(sums: CoverageSums): Coverage {
  const { currency, rows, allocatedRows, cost, allocatedCost } = sums;
  return {
    currency,
    byCost: shareOf(allocatedCost, cost),
    byRows: shareOf(`${allocatedRows}`, `${rows}`),
  };
}
