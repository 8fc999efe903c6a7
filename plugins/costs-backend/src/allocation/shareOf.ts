import { Decimal } from 'decimal.js';

/**
 * A part's share of a whole, from `0` to `1`; none of a whole of zero. It is
 * rounded down to four decimals: who reads 100 % has to be able to rely on it.
 */
export function shareOf(part: string, whole: string): string | null {
  const total = new Decimal(whole);
  return total.isZero()
    ? null
    : new Decimal(part)
        .div(total)
        .toDecimalPlaces(4, Decimal.ROUND_DOWN)
        .toFixed();
}
