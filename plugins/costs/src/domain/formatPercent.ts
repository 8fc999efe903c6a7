/** A share, a decimal string from 0 to 1, in percent. */
export function formatPercent(share: string): string {
  return new Intl.NumberFormat(undefined, {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(share as Intl.StringNumericLiteral);
}

/** A share in whole percents, as sentences say it. */
export function formatWholePercent(share: string): string {
  return new Intl.NumberFormat(undefined, { style: 'percent' }).format(
    share as Intl.StringNumericLiteral,
  );
}
