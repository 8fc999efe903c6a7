import path from 'node:path';
import { describeSharedData } from '../__testUtils__/sharedData';
import { Workspace } from './__testUtils__/workspace';
import { checkConformance } from './checkConformance';
import type { ConformanceReport, FocusVersion } from './ConformanceReport';

/** Per rule: why the file breaks it, and how many rows do. */
type Expected = Record<string, [reason: string, rows: number | null]>;

/** Dates as "5/1/25" in every row of the four columns. */
const americanDates = (rows: number): Expected =>
  Object.fromEntries(
    [
      'BillingPeriodEnd',
      'BillingPeriodStart',
      'ChargePeriodEnd',
      'ChargePeriodStart',
    ].flatMap(column => [
      [`${column}-C-001-M`, ['"5/1/25" is read differently by country', rows]],
      [`${column}-C-002-M`, ['"5/1/25" is not YYYY-MM-DDTHH:mm:ssZ', rows]],
    ]),
  );

/** Mandatory columns that the short examples of commitments leave out. */
const leftOutOfCommitments: Expected = Object.fromEntries(
  [
    ['005', 'BillingAccountName'],
    ['021', 'PublisherName'],
    ['023', 'InvoiceIssuerName'],
    ['024', 'BillingAccountId'],
    ['025', 'ChargeDescription'],
    ['026', 'ChargeClass'],
    ['030', 'ContractedCost'],
    ['032', 'ListCost'],
    ['035', 'BillingCurrency'],
    ['036', 'PricingQuantity'],
    ['038', 'ProviderName'],
    ['040', 'ServiceCategory'],
    ['041', 'ServiceName'],
    ['068', 'PricingUnit'],
  ].map(([rule, column]) => [
    `CostAndUsage-D-${rule}-M`,
    [`the example leaves out ${column}`, null],
  ]),
);

const noSuchHour: Expected = {
  'ChargePeriodEnd-C-001-M': ['2023-02-01T30:00:00Z names hour 30', 1],
  'ChargePeriodEnd-C-002-M': ['2023-02-01T30:00:00Z names hour 30', 1],
};

/** The rules about type and format of a column, which have the numbers given. */
const dollars = (
  column: string,
  rules: [type: string, format: string],
  rows: number,
): Expected =>
  Object.fromEntries(
    rules.map(rule => [
      `${column}-C-${rule}-M`,
      [`${column} is written "$10,000.00 "`, rows],
    ]),
  );

describeSharedData('the published files', data => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.create();
  });
  afterAll(() => workspace.close());

  async function check(
    file: string,
    version: FocusVersion,
  ): Promise<ConformanceReport> {
    const columns = await workspace.loadFile(path.join(data, file));
    return checkConformance(workspace, {
      table: 'source_rows',
      rowColumn: '__row',
      columns,
      version,
    });
  }
  const broken = ({ findings }: ConformanceReport, severity: string) =>
    Object.fromEntries(
      findings
        .filter(found => found.severity === severity)
        .map(({ ruleId, failingRows }) => [ruleId, failingRows]),
    );
  const rowsOf = (expected: Expected) =>
    Object.fromEntries(
      Object.entries(expected).map(([rule, [, rows]]) => [rule, rows]),
    );

  const synthetic = 'focus-1.2-1.3-synthetic';
  const names = ['aws', 'azure', 'gcp'].flatMap(provider =>
    ['1_2', '1_3'].flatMap(version =>
      ['', '_credits'].map(
        credits =>
          `${provider}_${version}_cost_and_usage_rows25_seed7${credits}.csv`,
      ),
    ),
  );

  it.each(names)('%s keeps to every rule that could be checked', async name => {
    const version = name.includes('_1_2_') ? '1.2' : '1.3';
    const report = await check(`${synthetic}/${name}`, version);
    expect(report.findings).toEqual([]);
    expect(report.rows).toBe(25);
    expect(report.summary.MUST.checked).toBe(version === '1.2' ? 216 : 232);
  });

  it('the sample of 1.0 breaks what its known defects break', async () => {
    const space = 'a space stands where FOCUS wants a T, and no Z';
    const oracle = 'Oracle left it out of usage and purchases';
    const expected: Expected = {
      'BillingPeriodEnd-C-002-M': [space, 500],
      'BillingPeriodStart-C-002-M': [space, 500],
      'ChargePeriodEnd-C-002-M': [space, 500],
      'ChargePeriodStart-C-002-M': [space, 500],
      'ChargeFrequency-C-003-M': ['Oracle writes "Usage-based"', 4],
      'ColumnHandling-A-010-M': ['the custom column Id has no x_', null],
      'ConsumedQuantity-C-004-C': ['an adjustment of Oracle has one', 1],
      'ContractedCost-C-003-M': ['Oracle has none', 4],
      'ContractedUnitPrice-C-006-C': [oracle, 3],
      'PricingCategory-C-004-C': [oracle, 3],
      'SkuPriceId-C-005-C': [oracle, 3],
      'ContractedUnitPrice-C-009-C': ['a credit of AWS has the price -3', 1],
      'ContractedCost-C-009-C': ['anonymising rounded AWS prices', 9],
      'ContractedUnitPrice-C-011-C': ['anonymising rounded AWS prices', 9],
      'ListCost-C-009-C': [
        'Microsoft states prices for blocks of 10,000 units',
        19,
      ],
      'ListUnitPrice-C-010-C': [
        'Microsoft states prices for blocks of 10,000 units',
        19,
      ],
      'RegionName-C-004-C': ['Oracle names a region without id', 4],
      'ResourceType-C-004-C': ['AWS types a resource without id', 18],
      'ServiceName-C-005-C': [
        'AWS files one service under several categories',
        280,
      ],
    };
    const report = await check('focus-1.0-sample/focus_sample_dev.csv', '1.0');
    expect(broken(report, 'MUST')).toEqual(rowsOf(expected));
    expect(broken(report, 'SHOULD')).toEqual({
      'ColumnHandling-A-013-O': null,
      // "Lambda-GB-Seconds" has three parts; "GiB/Second-Months" is a ratio of a compound.
      'ConsumedUnit-C-003-O': 5,
      'PricingUnit-C-003-O': 5,
    });
  });

  it.each([
    [1, {}],
    [2, noSuchHour],
    [3, noSuchHour],
  ])(
    'commitment scenario %i of the text leaves columns out, and has an hour 30 from the second on',
    async (scenario, more) => {
      const report = await check(
        `focus-spec-examples/1.2/commitment_discount_scenarios/commitment_discount_purchase_scenario_${scenario}.csv`,
        '1.2',
      );
      expect(broken(report, 'MUST')).toEqual(
        rowsOf({ ...leftOutOfCommitments, ...more }),
      );
    },
  );

  const saas = 'focus-spec-examples/1.2/saas_examples';

  it.each([
    ['a1', 1, {}],
    ['a2', 3, {}],
    ['b1', 1, { 'EffectiveCost-C-002-M': ['"0.00 " ends with a space', 1] }],
    ['b2', 3, {}],
    ['b3', 3, {}],
    ['c', 2, {}],
  ] as [string, number, Expected][])(
    'virtual currency example %s of the text has American dates and no ServiceCategory',
    async (name, rows, more) => {
      const report = await check(
        `${saas}/virtual_currency_pricing_model_${name}.csv`,
        '1.2',
      );
      expect(broken(report, 'MUST')).toEqual(
        rowsOf({
          ...americanDates(rows),
          'CostAndUsage-D-040-M': ['ServiceCategory is left out', null],
          ...more,
        }),
      );
    },
  );

  it.each([
    ['a1', 1, true],
    ['a2', 1, true],
    ['a3', 1, true],
    ['b', 1, true],
    ['c', 3, false],
  ])(
    'simple agreement %s of the text writes amounts with a dollar sign and has no ServiceSubcategory',
    async (name, rows, paidAhead) => {
      const report = await check(
        `${saas}/simple_agreements/simple_saas_agreements_${name}.csv`,
        '1.2',
      );
      const costs = [
        'BilledCost',
        'ContractedCost',
        'EffectiveCost',
        'ListCost',
      ];
      const expected: Expected = {
        ...americanDates(rows),
        ...Object.assign(
          {},
          ...costs.map(cost => dollars(cost, ['001', '002'], rows)),
        ),
        ...Object.fromEntries(
          costs.map(cost => [`${cost}-C-004-M`, ['no decimal', rows]]),
        ),
        ...dollars('ContractedUnitPrice', ['002', '003'], rows),
        ...dollars('ListUnitPrice', ['001', '002'], rows),
        'ServiceSubcategory-C-002-M': ['it is null', rows],
        ...(paidAhead && {
          'EffectiveCost-C-005-C': ['a purchase has one besides 0', rows],
        }),
      };
      expect(broken(report, 'MUST')).toEqual(rowsOf(expected));
    },
  );

  it.each([
    ['a1', 4],
    ['a2', 13],
  ])(
    'spend agreement %s of the text names categories that FOCUS does not have',
    async (name, rows) => {
      const report = await check(
        `${saas}/spend_agreements/saas_spend_agreements_${name}.csv`,
        '1.2',
      );
      expect(broken(report, 'MUST')).toMatchObject(
        rowsOf({
          ...americanDates(rows),
          'ServiceCategory-C-003-M': ['"Database" is "Databases"', rows],
          'ServiceSubcategory-C-003-M': ['"No-SQL DB" is not allowed', rows],
          'ServiceSubcategory-C-004-M': ['nor has it a parent', rows],
        }),
      );
      expect(report.summary.MUST.broken).toBe(12);
    },
  );
});
