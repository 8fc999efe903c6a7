import { setTimeout as sleep } from 'node:timers/promises';
import type { ChargeRow } from '../../database/ChargesStore';
import { CHARGE_METRICS, type CostSum } from '../../database/CostsStore';
import type { Metric } from '../../domain/CostQuery';
import {
  dayWords,
  exactWords,
  METRIC_WORDS,
  rangeWords,
} from '../../domain/reportWords';
import { beginTable } from './drawTable';
import { PdfPage } from './PdfPage';

/** What a list of charges on paper is about. */
export interface ChargesPaper {
  from: string;
  to: string;
  metric: Metric;
  whose: string;
  /** Filters in words. */
  filters: readonly string[];
  /** What all of them add up to, by currency. */
  sums: readonly CostSum[];
}

/** So much may wait for whoever reads; more is not written before. */
const MOST_WAITING = 1024 * 1024;

/**
 * The charges behind a figure on paper, each with its exact amount, and what
 * they add up to. Pages leave as they are full.
 */
export function writeChargesPdf(
  paper: ChargesPaper,
  parts: AsyncIterable<ChargeRow[]>,
  madeAt: Date,
): PDFKit.PDFDocument {
  const title = `Charges of ${paper.whose}`;
  const page = new PdfPage(
    title,
    `${title}, ${rangeWords(paper)} · Made on ${dayWords(madeAt.toISOString())}`,
  );
  page.write(title, { size: 18, isBold: true });
  page.space(2);
  page.write(rangeWords(paper), { size: 11 });
  page.write([METRIC_WORDS[paper.metric], ...paper.filters].join(' · '), {
    isQuiet: true,
  });
  page.space(6);
  for (const { amount, charges, currency } of paper.sums) {
    page.write(
      `${currency} ${exactWords(amount)} in all, of ${charges.toLocaleString('en-GB')} charges`,
      { size: 11, isBold: true },
    );
  }
  page.space(8);
  writeRows(page, paper, parts).then(
    () => page.end(),
    error => page.document.destroy(error),
  );
  return page.document;
}

async function writeRows(
  page: PdfPage,
  { metric }: ChargesPaper,
  parts: AsyncIterable<ChargeRow[]>,
): Promise<void> {
  const addRow = beginTable(page, [
    { label: 'Day', weight: 2 },
    { label: 'What', weight: 5 },
    { label: 'Service and resource', weight: 4 },
    { label: 'Amount', weight: 3, isNumber: true },
  ]);
  for await (const charges of parts) {
    for (const charge of charges) {
      addRow({ cells: cellsOf(charge, metric) });
    }
    while (isFull(page.document)) {
      await sleep(20);
    }
    // Whoever read it has gone.
    if (page.document.destroyed) return;
  }
}

function isFull(document: PDFKit.PDFDocument): boolean {
  return !document.destroyed && document.readableLength > MOST_WAITING;
}

function cellsOf(charge: ChargeRow, metric: Metric): string[] {
  const amount = charge[CHARGE_METRICS[metric]];
  const where = [
    charge.service_name,
    charge.resource_name ?? charge.resource_id,
  ];
  return [
    charge.charge_period_start!.slice(0, 10),
    [charge.charge_category, charge.charge_description]
      .filter(Boolean)
      .join(': '),
    where.filter(Boolean).join(' · '),
    amount === null
      ? 'unknown'
      : `${exactWords(amount)} ${charge.billing_currency}`,
  ];
}
