import { Decimal } from 'decimal.js';

/** Digits that no sum of costs comes near, so that nothing is rounded. */
const Exact = Decimal.clone({ precision: 100 });

/** Whether something became more, less, or stayed as it was. */
export function directionOf(difference: string): 'more' | 'less' | 'same' {
  const exact = new Exact(difference);
  if (exact.isZero()) return 'same';
  return exact.gt(0) ? 'more' : 'less';
}

/** An amount without its sign. */
export function absolute(amount: string): string {
  return new Exact(amount).abs().toFixed();
}

/** An amount by the day, to the cent: it is said, never added. */
export function perDay(amount: string, days: number): string {
  return new Exact(amount).div(days).toFixed(2);
}

/** Whether an amount is less than half a cent, so that it would be shown as nothing. */
export function isNegligible(amount: string): boolean {
  return new Exact(amount).abs().lt('0.005');
}
