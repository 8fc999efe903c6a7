/**
 * An amount as a number, to draw it: how high a bar is or how dark a cell. It
 * loses digits, which no eye sees in a drawing. Nothing that is read, compared
 * or added comes from here.
 */
export function toDrawable(amount: string | undefined): number {
  // eslint-disable-next-line no-restricted-syntax -- drawn, and neither read nor added
  return amount === undefined ? 0 : Number(amount);
}

/** Which part of the highest one an amount is, 0 to 1, to draw it. */
export function toDrawableShare(amount: string, highest: string): number {
  const most = toDrawable(highest);
  return most > 0 ? Math.min(Math.max(toDrawable(amount) / most, 0), 1) : 0;
}
