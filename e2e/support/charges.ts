import { expect, type Page } from 'playwright/test';
import { callApi } from './api';

/** What one row of a bill says. */
export interface BilledRow {
  customer: string;
  site?: string;
  service: string;
  amount: string;
  /** Beside those that say whose it is. */
  tags?: Record<string, string>;
}

/** First day of this month, which the rows are of. */
export function thisMonth(): string {
  return `${new Date().toISOString().slice(0, 7)}-01`;
}

/** A provider's bill of this month in the shape of FOCUS. */
export function focusFile(rows: readonly BilledRow[]): Buffer {
  const columns = Object.keys(toColumns({ ...rows[0] }));
  const lines = rows.map(row => Object.values(toColumns(row)));
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return Buffer.from(
    [columns, ...lines].map(cells => `${cells.map(quoted).join()}\n`).join(''),
  );
}

/**
 * Brings a file in for a new source.
 *
 * @returns the id of the import, which has ended
 */
export async function importCharges(
  finance: Page,
  source: string,
  file: Buffer,
): Promise<string> {
  const { sourceId } = await callApi<{ sourceId: string }>(
    finance,
    'POST',
    '/api/costs/sources',
    { name: source },
  );
  const { importId } = await callApi<{ importId: string }>(
    finance,
    'POST',
    `/api/costs/sources/${sourceId}/imports?fileName=bill.csv`,
    file,
    { 'content-type': 'application/octet-stream' },
  );
  await expect
    .poll(
      async () =>
        (
          await callApi<{ state: string }>(
            finance,
            'GET',
            `/api/costs/imports/${importId}`,
          )
        ).state,
      { timeout: 60_000 },
    )
    .toBe('succeeded');
  return importId;
}

function toColumns({ customer, site, service, amount, tags }: BilledRow) {
  const month = thisMonth();
  const next = new Date(month);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return {
    BilledCost: amount,
    EffectiveCost: amount,
    ListCost: amount,
    ContractedCost: amount,
    BillingAccountId: '4711',
    BillingCurrency: 'EUR',
    BillingPeriodStart: `${month}T00:00:00Z`,
    BillingPeriodEnd: next.toISOString(),
    ChargePeriodStart: `${month}T00:00:00Z`,
    ChargePeriodEnd: `${month}T01:00:00Z`,
    ChargeCategory: 'Usage',
    ChargeDescription: `${service}, an hour`,
    ChargeFrequency: 'Usage-Based',
    ProviderName: 'Northern Cloud',
    PublisherName: 'Northern Cloud',
    InvoiceIssuerName: 'Northern Cloud',
    PricingCategory: 'Standard',
    ServiceCategory: 'Compute',
    ServiceName: service,
    ResourceId: `${customer}-${service}`,
    Tags: JSON.stringify({ tenant: customer, ...(site && { site }), ...tags }),
  };
}
