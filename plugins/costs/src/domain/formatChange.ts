/** How much of what it was something became more or less: +11.5%. */
export function formatChange(change: string): string {
  return new Intl.NumberFormat(undefined, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(change as Intl.StringNumericLiteral);
}
