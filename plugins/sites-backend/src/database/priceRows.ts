import { Decimal } from 'decimal.js';
import { toAmount } from '../domain/amounts';
import type { PriceLine } from '../domain/Deployment';

/**
 * What the price in a row is made of. Before there were lines, a price was that
 * of the size alone.
 */
export function toPriceLines(
  row: Record<string, any>,
  size: string,
): PriceLine[] {
  const whole = toAmount(row.monthly_amount ?? row.amount);
  const isLineless =
    row.price_lines.length === 0 && !new Decimal(whole).isZero();
  return isLineless
    ? [
        {
          item: `size.${size}`,
          quantity: '1',
          unitAmount: whole,
          amount: whole,
        },
      ]
    : row.price_lines;
}
