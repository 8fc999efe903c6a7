import type { Session } from '../http/Session.ts';
import { until } from './until.ts';

/** Where a charge is found, and the import that brought it. */
export interface SeededCharge {
  importId: string;
  /** First day of its billing period. */
  period: string;
  source: string;
  row: number;
  part: number;
}

/** What an import is laid to: a customer's site, and a word in its columns. */
interface Share {
  customer: string;
  site: string;
  word: string;
}

/**
 * Brings in a file with a charge of each customer, and a row that is rejected
 * and holds the first one's word.
 *
 * @returns the first customer's charge
 */
export async function importCharges(
  finance: Session,
  shares: readonly [Share, ...Share[]],
): Promise<SeededCharge> {
  // One tag is missing and one is wrong, so that there is something to fix.
  await finance.json({
    method: 'PUT',
    path: '/api/costs/tag-policy',
    body: {
      requirements: [
        { key: 'owner', variants: [], required: true },
        { key: 'note', variants: [], required: true, allowedValues: ['none'] },
      ],
      accounts: [],
      virtual: [],
    },
  });
  const { sourceId } = await finance.json({
    method: 'POST',
    path: '/api/costs/sources',
    body: { name: `Bill of ${shares[0].word}` },
  });
  const { importId } = await finance.json({
    method: 'POST',
    path: `/api/costs/sources/${sourceId}/imports?fileName=${shares[0].word}.csv`,
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(fileOf(shares)),
  });
  await until(`import ${importId} to end`, async () => {
    const { state, problem } = await finance.json({
      path: `/api/costs/imports/${importId}`,
    });
    if (state === 'failed') {
      throw new Error(JSON.stringify(problem));
    }
    return state === 'succeeded' || undefined;
  });
  return { importId, period: monthOf(0), source: sourceId, row: 1, part: 0 };
}

const COLUMNS = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeDescription',
  'ProviderName',
  'PublisherName',
  'InvoiceIssuerName',
  'ServiceCategory',
  'ServiceName',
  'ResourceId',
  'ResourceName',
  'x_Note',
  'Tags',
];

function fileOf(shares: readonly Share[]): string {
  const rows = [
    ...shares.map(share => rowOf(share, '12.50')),
    rowOf(shares[0], 'no number'),
  ];
  return [COLUMNS, ...rows]
    .map(cells => `${cells.map(quoted).join()}\n`)
    .join('');
}

function rowOf({ customer, site, word }: Share, cost: string): string[] {
  const tags = JSON.stringify({
    tenant: customer,
    site,
    note: word,
    [`key-${word}`]: 'x',
  });
  const instant = (day: string) => `${day}T00:00:00Z`;
  return [
    ...[cost, cost, cost, cost, 'payer', 'EUR'],
    ...[monthOf(0), monthOf(1), monthOf(0)].map(instant),
    instant(monthOf(0).replace(/01$/, '02')),
    ...['Usage', `Hours of ${word}`, 'AWS', 'AWS', 'AWS', 'Compute'],
    ...[`Service ${word}`, `arn:${word}`, `server-${word}`, word, tags],
  ];
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** First day of the month so many months from now on. */
function monthOf(later: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1))
    .toISOString()
    .slice(0, 10);
}
