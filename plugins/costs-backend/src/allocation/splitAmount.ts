import { Decimal } from 'decimal.js';

/** Who takes part in a split, and how much. */
export interface Share {
  /** Decides between equal remainders, so that the order of shares doesn't matter. */
  name: string;
  /** A decimal, zero or more. */
  weight: string;
}

/**
 * Decimals that the parts of a row have at least. The last digit of each part
 * is decided by its remainder, and the same customer has the largest one in
 * row after row; at cents it would be charged thousands of rows' cents.
 */
export const LEAST_SCALE_OF_PARTS = 10;

/**
 * Divides an amount into parts whose sum is the amount to the last digit, by
 * the method of the largest remainder. The parts come in the order of the
 * shares, at the scale of the amount or the least scale, whichever is finer.
 */
export type AmountSplitter = (amount: string) => string[];

/**
 * Makes what divides amounts among the shares; `splitAmount` for many amounts.
 *
 * @throws where no share has a weight, or one is negative
 */
export function createSplitter(
  shares: readonly Share[],
  leastScale: number,
): AmountSplitter {
  const weights = toIntegers(shares.map(({ weight }) => new Decimal(weight)));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some(weight => weight < 0n)) {
    throw new RangeError(
      'A split needs weights of zero or more, and one above zero',
    );
  }
  const byName = shares
    .map((_, index) => index)
    .sort((a, b) => (shares[a].name < shares[b].name ? -1 : 1));

  return amount => {
    const whole = new Decimal(amount);
    const scale = Math.max(leastScale, whole.decimalPlaces());
    const sign = whole.isNegative() ? '-' : '';
    const units = toUnits(whole.abs(), scale);
    return divide(units, weights, total, byName).map(part =>
      toText(sign, part, scale),
    );
  };
}

/** Divides one amount among the shares. @see {@link createSplitter} */
export function splitAmount(
  amount: string,
  shares: readonly Share[],
  leastScale: number,
): string[] {
  return createSplitter(shares, leastScale)(amount);
}

function divide(
  units: bigint,
  weights: readonly bigint[],
  total: bigint,
  byName: readonly number[],
): bigint[] {
  const products = weights.map(weight => units * weight);
  const parts = products.map(product => product / total);
  let left = units - parts.reduce((sum, part) => sum + part, 0n);
  if (left === 0n) {
    return parts;
  }
  const remainders = products.map(product => product % total);
  const largestFirst = [...byName].sort((a, b) =>
    compareDescending(remainders[a], remainders[b]),
  );
  for (const index of largestFirst) {
    if (left === 0n) {
      break;
    }
    parts[index] += 1n;
    left -= 1n;
  }
  return parts;
}

function compareDescending(a: bigint, b: bigint): number {
  if (a === b) {
    return 0;
  }
  return a > b ? -1 : 1;
}

function toIntegers(values: readonly Decimal[]): bigint[] {
  const scale = Math.max(0, ...values.map(value => value.decimalPlaces()));
  return values.map(value => toUnits(value, scale));
}

function toUnits(value: Decimal, scale: number): bigint {
  return BigInt(value.toFixed(scale).replace('.', ''));
}

function toText(sign: string, units: bigint, scale: number): string {
  const digits = units.toString().padStart(scale + 1, '0');
  const text =
    scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units === 0n ? text : `${sign}${text}`;
}
