const SERIES = 8;

/** As many values get a colour of their own; the eighth is of all others. */
export const MOST_SERIES = SERIES - 1;

/** The colour of a series by its place; the last one is for the rest. */
export function seriesColor(index: number, isRest: boolean): string {
  const place = isRest ? SERIES : (index % MOST_SERIES) + 1;
  return `var(--freehold-series-${place})`;
}
