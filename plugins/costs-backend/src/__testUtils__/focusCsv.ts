/** A row of FOCUS, by its columns' names. */
export type FocusRow = Record<string, string>;

/**
 * An hour of usage that keeps to FOCUS 1.2.
 *
 * @param values - what is other than usual; all costs are as the billed one
 *   unless told
 * @param month - the billing period, which the hour is in
 */
export function usage(values: FocusRow, month = '2026-09'): FocusRow {
  const cost = values.BilledCost ?? '1';
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return {
    BilledCost: cost,
    EffectiveCost: cost,
    ListCost: cost,
    ContractedCost: cost,
    BillingAccountId: '1234',
    BillingAccountName: 'Freehold',
    BillingAccountType: 'Payer',
    BillingCurrency: 'EUR',
    BillingPeriodStart: `${month}-01T00:00:00Z`,
    BillingPeriodEnd: next.toISOString().replace('.000', ''),
    ChargePeriodStart: `${month}-17T10:00:00Z`,
    ChargePeriodEnd: `${month}-17T11:00:00Z`,
    ChargeCategory: 'Usage',
    ChargeClass: '',
    ChargeDescription: 'An hour of a server',
    ChargeFrequency: 'Usage-Based',
    InvoiceId: '',
    InvoiceIssuerName: 'AWS',
    ProviderName: 'AWS',
    PublisherName: 'AWS',
    PricingCategory: 'Standard',
    PricingQuantity: '1',
    PricingUnit: 'Hours',
    ServiceCategory: 'Compute',
    ServiceName: 'Compute',
    SubAccountId: '',
    ResourceId: 'i-1',
    RegionId: 'eu-central-1',
    Tags: '',
    ...values,
  };
}

/** The rows as a file, with every column that any of them has. */
export function focusCsv(rows: readonly FocusRow[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const lines = rows.map(row => columns.map(name => cell(row[name] ?? '')));
  return [columns, ...lines].map(cells => `${cells.join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
