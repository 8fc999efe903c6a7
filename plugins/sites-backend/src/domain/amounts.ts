import { Decimal } from 'decimal.js';

/** A decimal from SQL `numeric` as people read it: at least two places, no other trailing zeros. */
export function toAmount(numeric: string): string {
  const amount = new Decimal(numeric);
  return amount.toFixed(Math.max(2, amount.decimalPlaces()));
}
