/** Digits of a price after the point. */
const PRICE_SCALE = 10;
/** Digits of a quantity after the point. */
const QUANTITY_SCALE = 4;
/** Digits of an amount after the point: of a price times a quantity. */
const AMOUNT_SCALE = PRICE_SCALE + QUANTITY_SCALE;

/** A price in whole units of its last digit. */
export function parsePrice(price: string): bigint {
  const [whole, fraction = ''] = price.split('.');
  return BigInt(whole + fraction.padEnd(PRICE_SCALE, '0'));
}

export const writePrice = (units: bigint): string => write(units, PRICE_SCALE);

/** @param tenThousandths - a whole number of them */
export const writeQuantity = (tenThousandths: number): string =>
  write(BigInt(tenThousandths), QUANTITY_SCALE);

/** @param units - prices times quantities, added up */
export const writeAmount = (units: bigint): string =>
  write(units, AMOUNT_SCALE);

/** An amount that was written as a decimal. */
export const parseAmount = (amount: string): bigint =>
  parsePrice(amount) * 10n ** BigInt(QUANTITY_SCALE);

// Without zeros at the end, which exports drop, too.
function write(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units)
    .toString()
    .padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const text = digits.slice(0, -scale) + (fraction && `.${fraction}`);
  return units < 0n ? `-${text}` : text;
}
