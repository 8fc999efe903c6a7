import type { PeriodSum } from '../../domain/CostReport';
import { amountWords } from '../../domain/reportWords';
import { LINE, QUIET, type PdfPage } from './PdfPage';

/** Told apart on white paper and without colour by their lightness. */
const COLOURS = [
  '#0072B2',
  '#B87A00',
  '#00845F',
  '#B2528A',
  '#6A51A3',
  '#C24E00',
  '#7A6000',
] as const;
const REST = '#6B6B6B';

const HEIGHT = 130;
const LABELS = 14;
const MOST_LABELS = 8;

/**
 * Draws sums of one currency as bars over time from zero, stacked by name,
 * credits below zero, with a legend.
 */
export function drawBars(
  page: PdfPage,
  sums: readonly PeriodSum[],
  formatPeriod: (period: string) => string,
): void {
  const periods = [...new Set(sums.map(({ period }) => period))].sort();
  const names = namesOf(sums);
  const inOrder = names.flatMap(name => sums.filter(sum => sum.name === name));
  const colours = coloursOf(sums, names);
  page.makeRoom(HEIGHT + LABELS + 30);
  const { document, left, width, y } = page;
  const { highest, lowest } = reachOf(sums, periods);
  const span = highest - lowest || 1;
  const heightOf = (amount: number) => (amount / span) * HEIGHT;
  const zero = y + heightOf(highest);
  drawScale(page, zero, [
    [y, highest],
    [zero, 0],
  ]);
  const step = width / periods.length;
  const bar = Math.min(step * 0.8, 40);
  const labelled = Math.ceil(periods.length / MOST_LABELS);
  periods.forEach((period, place) => {
    const x = left + step * place + (step - bar) / 2;
    let [up, down] = [zero, zero];
    for (const sum of inOrder) {
      if (sum.period !== period) continue;
      const amount = toDrawable(sum.amount);
      const height = heightOf(Math.abs(amount));
      if (amount >= 0) up -= height;
      document
        .rect(x, amount >= 0 ? up : down, bar, height)
        .fill(colours.get(sum.name)!);
      if (amount < 0) down += height;
    }
    if (place % labelled === 0) {
      document
        .font('regular')
        .fontSize(7)
        .fillColor(QUIET)
        .text(formatPeriod(period), left + step * place, y + HEIGHT + 4, {
          lineBreak: false,
        });
    }
  });
  page.y = y + HEIGHT + LABELS + 4;
  drawLegend(page, names, colours);
}

function drawScale(
  page: PdfPage,
  zero: number,
  lines: readonly (readonly [y: number, amount: number])[],
): void {
  const { document, left, width } = page;
  for (const [y, amount] of lines) {
    document
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(y === zero ? QUIET : LINE)
      .stroke();
    document
      .font('regular')
      .fontSize(7)
      .fillColor(QUIET)
      .text(amountWords(String(amount)), left, y - 9, { lineBreak: false });
  }
}

function drawLegend(
  page: PdfPage,
  names: readonly string[],
  colours: ReadonlyMap<string, string>,
): void {
  const { document } = page;
  const row = 12;
  let x = page.left;
  let { y } = page;
  document.font('regular').fontSize(8);
  for (const name of names) {
    const needed = Math.min(document.widthOfString(name), 200) + 24;
    if (x + needed > page.left + page.width) {
      x = page.left;
      y += row;
    }
    document.rect(x, y + 1, 7, 7).fill(colours.get(name)!);
    document
      .fillColor(QUIET)
      .text(name, x + 11, y, { width: 200, height: row, ellipsis: true });
    x += needed;
  }
  page.y = y + row;
}

/** The highest first, what is not told apart last. */
function namesOf(sums: readonly PeriodSum[]): string[] {
  const totals = new Map<string, number>();
  for (const { amount, isRest, name } of sums) {
    const total = (totals.get(name) ?? 0) + toDrawable(amount);
    totals.set(name, isRest ? -Infinity : total);
  }
  return [...totals]
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => name);
}

function coloursOf(sums: readonly PeriodSum[], names: readonly string[]) {
  return new Map(
    names.map((name, place) => [
      name,
      sums.some(sum => sum.name === name && sum.isRest)
        ? REST
        : COLOURS[place % COLOURS.length],
    ]),
  );
}

/** The highest and the lowest that the bars of any period reach. */
function reachOf(sums: readonly PeriodSum[], periods: readonly string[]) {
  let [highest, lowest] = [0, 0];
  for (const period of periods) {
    const amounts = sums
      .filter(sum => sum.period === period)
      .map(({ amount }) => toDrawable(amount));
    const add = (some: number[]) => some.reduce((sum, one) => sum + one, 0);
    highest = Math.max(highest, add(amounts.filter(amount => amount > 0)));
    lowest = Math.min(lowest, add(amounts.filter(amount => amount < 0)));
  }
  return { highest, lowest };
}

/** An amount as a number, to draw it; nothing that is read or added comes from here. */
function toDrawable(amount: string): number {
  // eslint-disable-next-line no-restricted-syntax -- drawn, and neither read nor added
  return Number(amount);
}
