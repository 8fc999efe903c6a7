import { chargesOf } from '../__testUtils__/chargesOf';

type Row = Record<string, string>;

function csv(rows: Row[], delimiter = ','): string {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const line = (cells: string[]) =>
    cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return [names, ...rows.map(row => names.map(name => row[name] ?? ''))]
    .map(cells => `${line(cells)}\n`)
    .join('');
}

const AWS: Row = {
  'bill/PayerAccountId': '111111111111',
  'bill/BillingPeriodStartDate': '2026-05-01T00:00:00Z',
  'bill/BillingPeriodEndDate': '2026-06-01T00:00:00Z',
  'bill/InvoiceId': '42',
  'bill/BillingEntity': 'AWS',
  'lineItem/UsageAccountId': '222222222222',
  'lineItem/UsageStartDate': '2026-05-01T00:00:00Z',
  'lineItem/UsageEndDate': '2026-05-01T01:00:00Z',
  'lineItem/ProductCode': 'AmazonEC2',
  'lineItem/UsageType': 'BoxUsage:m5.large',
  'lineItem/CurrencyCode': 'USD',
  'lineItem/UsageAmount': '1.0000000000',
};

const awsRow = (type: string, cost: string, more: Row = {}): Row => ({
  ...AWS,
  'lineItem/LineItemType': type,
  'lineItem/UnblendedCost': cost,
  ...more,
});

const RESERVED = { 'reservation/ReservationARN': 'arn:aws:ec2:reserved' };
const PLAN = { 'savingsPlan/SavingsPlanARN': 'arn:aws:savingsplans:plan' };

const AWS_ROWS = [
  awsRow('Usage', '0.0960000000', {
    'pricing/publicOnDemandCost': '0.1000000000',
    'resourceTags/user:Team': 'red',
    'resourceTags/aws:createdBy': '',
    'lineItem/ResourceId': 'i-1',
  }),
  awsRow('DiscountedUsage', '0.0000000000', {
    ...RESERVED,
    'pricing/publicOnDemandCost': '0.1000000000',
    'reservation/EffectiveCost': '0.0620000000',
  }),
  awsRow('RIFee', '46.1280000000', {
    ...RESERVED,
    'reservation/UnusedAmortizedUpfrontFeeForBillingPeriod': '1.2500000000',
    'reservation/UnusedRecurringFee': '0.7500000001',
  }),
  awsRow('SavingsPlanCoveredUsage', '0.1000000000', {
    ...PLAN,
    'savingsPlan/SavingsPlanEffectiveCost': '0.0720000000',
  }),
  awsRow('SavingsPlanNegation', '-0.1000000000', PLAN),
  awsRow('SavingsPlanRecurringFee', '72.0000000000', {
    ...PLAN,
    'savingsPlan/TotalCommitmentToDate': '72.0000000000',
    'savingsPlan/UsedCommitment': '72.0000000000',
  }),
  awsRow('SavingsPlanUpfrontFee', '500', PLAN),
  awsRow('Fee', '100', RESERVED),
  awsRow('Fee', '15', {}),
  awsRow('Tax', '18.2700000000'),
  awsRow('Credit', '-25.0000000000'),
  awsRow('EdpDiscount', '-3.1000000000'),
  awsRow('Refund', '-7'),
];

const AWS_EXPECTED = [
  ['Usage', '0.0960000000', '0.0960000000', null],
  ['Usage', '0.0000000000', '0.0620000000', 'Used'],
  ['Usage', '46.1280000000', '2.0000000001', 'Unused'],
  ['Usage', '0.1000000000', '0.0720000000', 'Used'],
  ['Usage', '-0.1000000000', '0', null],
  ['Purchase', '72.0000000000', '0.0000000000', null],
  ['Purchase', '500', '0', null],
  ['Purchase', '100', '0', null],
  ['Purchase', '15', '15', null],
  ['Tax', '18.2700000000', '18.2700000000', null],
  ['Credit', '-25.0000000000', '-25.0000000000', null],
  ['Credit', '-3.1000000000', '-3.1000000000', null],
  ['Adjustment', '-7', '-7', null],
];

/** The name that CUR 2.0 gives to a column of the legacy report. */
const toCur2 = (name: string) =>
  name
    .replace('/', '_')
    .replace(/(?<=_)[A-Z]/g, letter => letter.toLowerCase())
    .replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

function awsCur2(): Row[] {
  return AWS_ROWS.map(row => {
    const entries = Object.entries(row).map(([name, value]) => [
      toCur2(name),
      value,
    ]);
    const kept = entries.filter(([name]) => !name.startsWith('resource_tags'));
    return {
      ...Object.fromEntries(kept),
      resource_tags: row['resourceTags/user:Team'] ? '{"user:Team":"red"}' : '',
    };
  });
}

describe('AWS Cost and Usage Report', () => {
  it.each([
    ['legacy', 'aws-cur', AWS_ROWS],
    ['2.0', 'aws-cur-2', awsCur2()],
  ])(
    'reads every type of line item of the %s report',
    async (_which, id, rows) => {
      const { formatId, charges, rejected } = await chargesOf(csv(rows));
      expect(rejected).toEqual([]);
      expect(formatId).toBe(id);
      expect(
        charges.map(charge => [
          charge.charge_category,
          charge.billed_cost,
          charge.effective_cost,
          charge.commitment_discount_status,
        ]),
      ).toEqual(AWS_EXPECTED);
      expect(charges[0]).toMatchObject({
        service_provider_name: 'AWS',
        service_name: 'AmazonEC2',
        service_category: 'Compute',
        billing_account_id: '111111111111',
        sub_account_id: '222222222222',
        invoice_id: '42',
        list_cost: '0.1000000000',
        tags: '{"user:Team":"red"}',
        resource_id: 'i-1',
        billing_period_start: '2026-05-01 00:00:00',
      });
      expect(charges[1]).toMatchObject({
        commitment_discount_id: 'arn:aws:ec2:reserved',
        commitment_discount_category: 'Usage',
        pricing_category: 'Committed',
        list_cost: '0.1000000000',
      });
      expect(charges[3].commitment_discount_category).toBe('Spend');
      expect(charges[9].list_cost).toBeNull();
      expect(charges[12].charge_class).toBe('Correction');
    },
  );

  it('rejects a type of line item that it does not know, and names the column', async () => {
    const { charges, rejected } = await chargesOf(
      csv([awsRow('Windfall', '1')]),
    );
    expect(charges).toEqual([]);
    expect(rejected[0].reasons).toEqual([
      expect.objectContaining({
        column: 'ChargeCategory',
        code: 'unknown-charge-category',
      }),
    ]);
  });

  it('names the seller of what comes from the Marketplace', async () => {
    const { charges } = await chargesOf(
      csv([
        awsRow('Usage', '1', {
          'bill/BillingEntity': 'AWS Marketplace',
          'lineItem/LegalEntity': 'Databricks, Inc.',
        }),
      ]),
    );
    expect(charges[0]).toMatchObject({
      service_provider_name: 'Databricks, Inc.',
      host_provider_name: null,
    });
  });
});

const AZURE: Row = {
  billingAccountId: '123',
  billingPeriodStartDate: '05/01/2026',
  billingPeriodEndDate: '05/31/2026',
  date: '05/31/2026',
  meterCategory: 'Virtual Machines',
  billingCurrency: 'EUR',
  consumedService: 'Microsoft.Compute',
  ResourceId:
    '/subscriptions/1/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1',
  SubscriptionId: '1',
  quantity: '24',
  unitOfMeasure: '1 Hour',
};
const azureRow = (
  chargeType: string,
  pricingModel: string,
  cost: string,
  more: Row = {},
): Row => ({
  ...AZURE,
  chargeType,
  pricingModel,
  costInBillingCurrency: cost,
  ...more,
});

describe('Azure cost details', () => {
  it('tells billed from effective cost in actual and amortised exports', async () => {
    const { formatId, charges, rejected } = await chargesOf(
      csv([
        azureRow('Usage', 'OnDemand', '2.64', {
          paygCostInBillingCurrency: '3.10',
        }),
        azureRow('Purchase', 'Reservation', '100'),
        azureRow('Usage', 'Reservation', '1.5', {
          benefitId: '/reservations/1',
        }),
        azureRow('UnusedReservation', 'Reservation', '0.5', {
          benefitId: '/reservations/1',
        }),
        azureRow('Usage', 'SavingsPlan', '0.7', { benefitId: '/plans/1' }),
        azureRow('UnusedSavingsPlan', 'SavingsPlan', '0.1'),
        azureRow('Refund', 'OnDemand', '-5'),
        azureRow('RoundingAdjustment', '', '0.01'),
        azureRow('Tax', '', '19'),
        azureRow('Credit', '', '-3'),
      ]),
    );
    expect(rejected).toEqual([]);
    expect(formatId).toBe('azure-mca');
    expect(
      charges.map(charge => [
        charge.charge_category,
        charge.billed_cost,
        charge.effective_cost,
        charge.commitment_discount_status,
        charge.commitment_discount_category,
      ]),
    ).toEqual([
      ['Usage', '2.64', '2.64', null, null],
      ['Purchase', '100', '0', null, 'Usage'],
      ['Usage', '0', '1.5', 'Used', 'Usage'],
      ['Usage', '0', '0.5', 'Unused', 'Usage'],
      ['Usage', '0', '0.7', 'Used', 'Spend'],
      ['Usage', '0', '0.1', 'Unused', 'Spend'],
      ['Purchase', '-5', '-5', null, null],
      ['Adjustment', '0.01', '0.01', null, null],
      ['Tax', '19', '19', null, null],
      ['Credit', '-3', '-3', null, null],
    ]);
    expect(charges[0]).toMatchObject({
      service_provider_name: 'Microsoft',
      service_category: 'Compute',
      resource_name: 'web-1',
      resource_type: 'Microsoft.Compute/virtualMachines',
      list_cost: '3.10',
      charge_period_start: '2026-05-31 00:00:00',
      charge_period_end: '2026-06-01 00:00:00',
      billing_period_start: '2026-05-01 00:00:00',
      billing_period_end: '2026-06-01 00:00:00',
    });
  });

  it('reads German headers with semicolons and decimal commas', async () => {
    const { formatId, charges, rejected } = await chargesOf(
      csv(
        [
          {
            'UsageDateTime (UsageDateTime)': '2026-05-02',
            'Kategorie der Verbrauchseinheit (MeterCategory)': 'Load Balancer',
            'Genutzter Dienst (ConsumedService)': 'Microsoft.Network',
            'PreTaxCost (PreTaxCost)': '1.234,5678',
            'UsageQuantity (UsageQuantity)': '3,5',
            'Abonnement-GUID (SubscriptionGuid)': 'abc',
            Currency: 'EUR',
            'Tags (Tags)': '"team": "red"',
          },
        ],
        ';',
      ),
    );
    expect(rejected).toEqual([]);
    expect(formatId).toBe('azure-usage-details');
    expect(charges[0]).toMatchObject({
      billed_cost: '1234.5678',
      effective_cost: '1234.5678',
      consumed_quantity: '3.5',
      sub_account_id: 'abc',
      service_category: 'Networking',
      billing_period_start: '2026-05-01 00:00:00',
      tags: '{"team": "red"}',
    });
  });
});

describe('Azure exports with decimal commas', () => {
  it('reject a number with a point alone: it may be 1234 as well as 1.234', async () => {
    const { charges, rejected } = await chargesOf(
      csv([azureRow('Usage', 'OnDemand', '1.234')], ';'),
    );
    expect(charges).toEqual([]);
    expect(rejected[0].reasons.map(({ code }) => code)).toContain(
      'not-a-number',
    );
  });
});

describe('Oracle cost report', () => {
  it('reads intervals without seconds, corrections and tags', async () => {
    const { formatId, charges, rejected } = await chargesOf(
      csv([
        {
          'lineItem/tenantId': 'ocid1.tenancy',
          'lineItem/intervalUsageStart': '2026-05-01T10:00Z',
          'lineItem/intervalUsageEnd': '2026-05-01T11:00Z',
          'lineItem/isCorrection': 'true',
          'product/service': 'COMPUTE',
          'product/compartmentId': 'ocid1.compartment',
          'product/resourceId': 'ocid1.instance',
          'product/region': 'eu-frankfurt-1',
          'usage/billedQuantity': '2.5',
          'cost/productSku': 'B88317',
          'cost/unitPrice': '0.0255',
          'cost/myCost': '6.375E-2',
          'cost/currencyCode': 'EUR',
          'tags/Oracle-Tags.CreatedBy': 'anna',
          'tags/team': '',
        },
      ]),
    );
    expect(rejected).toEqual([]);
    expect(formatId).toBe('oci-cost-report');
    expect(charges[0]).toMatchObject({
      service_provider_name: 'Oracle',
      billed_cost: '0.06375',
      effective_cost: '0.06375',
      list_cost: null,
      charge_class: 'Correction',
      charge_period_start: '2026-05-01 10:00:00',
      charge_period_end: '2026-05-01 11:00:00',
      service_category: 'Compute',
      tags: '{"Oracle-Tags.CreatedBy":"anna"}',
    });
  });
});
