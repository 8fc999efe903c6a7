import { chargesOf } from '../__testUtils__/chargesOf';
import type { ChargeDefaults } from './chargeValues';

const GOOD: Record<string, string> = {
  BilledCost: '1.5',
  BillingCurrency: 'USD',
  ChargeCategory: 'Usage',
  ChargePeriodStart: '2026-05-31T23:00:00Z',
  ChargePeriodEnd: '2026-06-01T00:00:00Z',
  ServiceProviderName: 'AWS',
};

function read(values: Record<string, string>, defaults?: ChargeDefaults) {
  const row = { ...GOOD, ...values };
  const line = (cells: string[]) =>
    cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',');
  return chargesOf(`${line(Object.keys(row))}\n${line(Object.values(row))}\n`, {
    defaults,
  });
}

describe('mapCharges', () => {
  it.each([
    ['BilledCost', 'abc', 'not-a-number'],
    ['BilledCost', '1,5', 'not-a-number'],
    ['BilledCost', '', 'missing'],
    ['BillingCurrency', '', 'missing'],
    ['ServiceProviderName', '', 'missing'],
    ['ChargeCategory', '', 'missing'],
    ['ChargeCategory', 'Bonus', 'unknown-charge-category'],
    ['ChargePeriodStart', 'yesterday', 'not-a-date'],
    ['ChargePeriodStart', '1026-05-31T23:00:00Z', 'not-a-date'],
    ['ChargePeriodEnd', '2026-05-31T22:00:00Z', 'period-ends-before-it-starts'],
    ['ListCost', 'NaN', 'not-a-number'],
    ['ConsumedQuantity', '1 000', 'not-a-number'],
    ['Tags', '{"a":', 'not-json'],
    ['Tags', 'prod', 'not-json'],
    ['Tags', '[1]', 'not-json'],
    ['SkuPriceDetails', '{"a":NaN}', 'not-json'],
  ])('rejects a row whose %s is "%s"', async (column, value, code) => {
    const { charges, rejected } = await read({ [column]: value });
    expect(charges).toEqual([]);
    expect(rejected).toEqual([
      {
        row: 1,
        reasons: [{ column, code, message: expect.stringContaining(column) }],
        raw: expect.objectContaining({ [column]: value || null }),
      },
    ]);
  });

  it('tells all that is wrong with a row at once', async () => {
    const { rejected } = await read({
      BilledCost: 'x',
      ListCost: 'y',
      Tags: 'z',
      BillingCurrency: '',
    });
    expect(
      rejected[0].reasons.map(({ column, code }) => `${column} ${code}`),
    ).toEqual([
      'BilledCost not-a-number',
      'ListCost not-a-number',
      'Tags not-json',
      'BillingCurrency missing',
    ]);
  });

  it('rejects a billing period that does not end after it starts', async () => {
    const { rejected } = await read({
      BillingPeriodStart: '2026-05-01T00:00:00Z',
      BillingPeriodEnd: '2026-05-01T00:00:00Z',
    });
    expect(rejected[0].reasons).toEqual([
      expect.objectContaining({
        column: 'BillingPeriodEnd',
        code: 'period-ends-before-it-starts',
      }),
    ]);
  });

  it('takes the calendar month in UTC where a file has no billing periods', async () => {
    const { charges } = await read({
      ChargePeriodStart: '2026-06-01T01:00:00+02:00',
    });
    expect(charges[0]).toMatchObject({
      charge_period_start: '2026-05-31 23:00:00',
      billing_period_start: '2026-05-01 00:00:00',
      billing_period_end: '2026-06-01 00:00:00',
    });
  });

  it('refuses a file that writes the day before the month', async () => {
    await expect(
      read({ ChargePeriodStart: '04/05/2026', ChargePeriodEnd: '31/05/2026' }),
    ).rejects.toMatchObject({ code: 'day-first-dates' });
  });

  it('gives defaults to columns that the file lacks, and to no cell of others', async () => {
    const { charges, rejected } = await read(
      { BillingAccountId: '' },
      { BillingAccountId: 'default', InvoiceId: 'INV-1' },
    );
    expect(rejected).toEqual([]);
    expect(charges[0]).toMatchObject({
      billing_account_id: null,
      invoice_id: 'INV-1',
    });
  });

  it('leaves EffectiveCost null where the file has none', async () => {
    const { charges } = await read({});
    expect(charges[0].effective_cost).toBeNull();
    expect(charges[0].list_cost).toBeNull();
  });

  it('keeps the name that a provider had before FOCUS 1.3', async () => {
    const { charges } = await read({
      ServiceProviderName: 'Databricks',
      ProviderName: 'AWS',
      PublisherName: 'Databricks, Inc.',
    });
    expect(charges[0].service_provider_name).toBe('Databricks');
    expect(charges[0].host_provider_name).toBeNull();
    expect(JSON.parse(charges[0].extension!)).toEqual({
      ProviderName: 'AWS',
      PublisherName: 'Databricks, Inc.',
    });
  });

  it('respells numbers for PostgreSQL without losing a digit', async () => {
    const { charges } = await read({
      BilledCost: '1.2345678901234567e-05',
      ListCost: '123456789012345678901234567890.123456789012345678901234567890',
    });
    expect(charges[0]).toMatchObject({
      billed_cost: '0.000012345678901234567',
      list_cost:
        '123456789012345678901234567890.123456789012345678901234567890',
    });
  });
});
