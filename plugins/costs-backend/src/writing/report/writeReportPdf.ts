import { Decimal } from 'decimal.js';
import type { CostReport, NamedSum } from '../../domain/CostReport';
import type { ComparedSum } from '../../domain/Comparison';
import {
  amountWords,
  changeWords,
  dayWords,
  dimensionWords,
  dimensionWordsWithin,
  exactWords,
  METRIC_WORDS,
  monthWords,
  rangeWords,
} from '../../domain/reportWords';
import { drawBars } from './drawBars';
import { drawTable } from './drawTable';
import { PdfPage } from './PdfPage';

/** Digits that no sum of costs comes near, so that nothing is rounded. */
const Exact = Decimal.clone({ precision: 100 });

/**
 * A report on paper: whose and which costs, what they are in all, over time and
 * by value, for people who have never seen the portal.
 *
 * @returns a stream of the document, which is as long as the report at most
 */
export function writeReportPdf(
  report: CostReport,
  madeAt: Date,
): PDFKit.PDFDocument {
  const title = `Costs of ${report.whose}`;
  const page = new PdfPage(
    title,
    `${title}, ${rangeWords(report.query)} · Made on ${dayWords(madeAt.toISOString())}`,
  );
  writeHead(page, report, title);
  if (report.totals.length === 0) {
    page.space(12);
    page.write('Nothing was charged in these days.');
  }
  for (const total of report.totals) {
    writeCurrency(page, report, total);
  }
  page.end();
  return page.document;
}

function writeHead(page: PdfPage, report: CostReport, title: string): void {
  const { compared, metric } = report.query;
  page.write(title, { size: 18, isBold: true });
  page.space(2);
  page.write(rangeWords(report.query), { size: 11 });
  page.write(
    [
      METRIC_WORDS[metric],
      ...report.filters,
      compared && `beside ${rangeWords(compared)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    { isQuiet: true },
  );
  page.write(
    'Days are days of UTC. Currencies are never added to each other.',
    {
      isQuiet: true,
    },
  );
}

function writeCurrency(
  page: PdfPage,
  report: CostReport,
  total: ComparedSum,
): void {
  const { currency } = total;
  const { compared, granularity, groupBy, stack } = report.query;
  const ofCurrency = <Sum extends { currency: string }>(sums: Sum[]) =>
    sums.filter(sum => sum.currency === currency);
  page.space(14);
  page.write(`${currency} ${amountWords(total.amount)} in all`, {
    size: 14,
    isBold: true,
  });
  page.write(
    [
      `Exactly ${exactWords(total.amount)}, of ${countWords(total.charges)}`,
      compared &&
        `${exactWords(total.before)} before, a difference of ${exactWords(total.difference)} (${changeWords(total.change)})`,
    ]
      .filter(Boolean)
      .join('; '),
    { isQuiet: true },
  );
  const trend = ofCurrency(report.trend);
  if (trend.length > 0) {
    page.space(10);
    heading(page, `By ${granularity} and ${dimensionWordsWithin(stack)}`);
    page.space(12);
    drawBars(page, trend, granularity === 'month' ? monthWords : shortDay);
  }
  page.space(10);
  heading(page, `By ${dimensionWordsWithin(groupBy)}`);
  writeBreakdown(page, report, ofCurrency(report.breakdown), total);
  page.space(10);
  heading(page, `By ${granularity}`);
  writePeriods(page, report, total);
}

function heading(page: PdfPage, text: string): void {
  page.makeRoom(60);
  page.write(text, { size: 10, isBold: true });
  page.space(2);
}

function writeBreakdown(
  page: PdfPage,
  { query }: CostReport,
  sums: readonly NamedSum[],
  total: ComparedSum,
): void {
  const { currency } = total;
  const isCompared = query.compared !== undefined;
  const cellsOf = (name: string, sum: ComparedSum) => [
    name,
    amountWords(sum.amount),
    ...(isCompared
      ? [
          amountWords(sum.before),
          amountWords(sum.difference),
          changeWords(sum.change),
        ]
      : [shareWords(sum.amount, total.amount)]),
    sum.charges.toLocaleString('en-GB'),
  ];
  const numbers = isCompared
    ? [`Before (${currency})`, `Difference (${currency})`, 'Change']
    : ['Share'];
  drawTable(
    page,
    [
      { label: dimensionWords(query.groupBy), weight: 5 },
      ...[`Amount (${currency})`, ...numbers, 'Charges'].map(label => ({
        label,
        weight: 2,
        isNumber: true,
      })),
    ],
    [
      ...sums.map(sum => ({ cells: cellsOf(sum.name, sum) })),
      { cells: cellsOf('In all', total), isSum: true },
    ],
  );
}

function writePeriods(
  page: PdfPage,
  { query, trend }: CostReport,
  total: ComparedSum,
): void {
  const sums = new Map<string, Decimal>();
  for (const { amount, currency, period } of trend) {
    if (currency !== total.currency) continue;
    sums.set(period, (sums.get(period) ?? new Exact(0)).plus(amount));
  }
  const words = query.granularity === 'month' ? monthWords : dayWords;
  drawTable(
    page,
    [
      { label: query.granularity === 'month' ? 'Month' : 'Day', weight: 4 },
      { label: `Amount (${total.currency})`, weight: 2, isNumber: true },
    ],
    [
      ...[...sums]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([period, amount]) => ({
          cells: [words(period), amountWords(amount.toFixed())],
        })),
      { cells: ['In all', amountWords(total.amount)], isSum: true },
    ],
  );
  page.space(4);
  page.write(
    `Amounts are rounded to two digits, each by itself. Exactly, all of them are ${total.currency} ${exactWords(total.amount)}.`,
    { size: 8, isQuiet: true },
  );
}

function shortDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  }).format(new Date(day));
}

function shareWords(amount: string, whole: string): string {
  const total = new Exact(whole);
  if (total.lte(0)) return '–';
  return `${new Exact(amount).div(total).times(100).toFixed(1)} %`;
}

function countWords(charges: number): string {
  return charges === 1
    ? 'one charge'
    : `${charges.toLocaleString('en-GB')} charges`;
}
