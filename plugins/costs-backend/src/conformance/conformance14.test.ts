import { brokenRulesOf } from './__testUtils__/brokenRules';
import { usage } from './__testUtils__/rows12';
import type { FileRow } from './__testUtils__/workspace';
import { Workspace } from './__testUtils__/workspace';
import { checkConformance } from './checkConformance';
import { planRules } from './planRules';
import { columnsOfVersion, focusModelFor } from './rules/focusRules';

const columns = [...columnsOfVersion('1.4')];

/** Usage of which a part was allocated to a workload: a value in every column. */
const conformant: FileRow = {
  ...usage,
  AllocatedMethodDetails:
    '{"Elements":[{"AllocatedRatio":0.4,"UsageUnit":"Hours","UsageQuantity":2}]}',
  AllocatedMethodId: 'split-weighted',
  AllocatedResourceId: 'workload/shop',
  AllocatedResourceName: 'shop',
  AllocatedTags: '{"workload":"shop"}',
  ChargeClass: 'Correction',
  CommitmentProgramEligibilityDetails:
    '{"CommitmentPrograms":[{"ProgramType":"Reserved Instance"}]}',
  ContractApplied:
    '{"Elements":[{"ContractId":"c-1","ContractCommitmentId":"cc-1","ContractCommitmentAppliedCost":0.12}]}',
  HostProviderName: 'AWS',
  InvoiceDetailId: 'INV-1/7',
  ServiceProviderName: 'AWS',
};

const only = (names: string[], value: string | null, suffixes: string[]) =>
  names.map(column => ({
    column,
    value,
    breaks: suffixes.map(suffix => `${column}-1.4-${suffix}`).sort(),
  }));

const notNull = [
  ...['BilledCost', 'BillingAccountId', 'BillingAccountType'],
  ...['BillingCurrency', 'BillingPeriodEnd', 'BillingPeriodStart'],
  ...['ChargeCategory', 'ChargeFrequency', 'ChargePeriodEnd'],
  ...['ChargePeriodStart', 'ContractedCost', 'EffectiveCost'],
  ...['InvoiceIssuerName', 'ListCost', 'PricingCurrency'],
  ...['PricingCurrencyEffectiveCost', 'ServiceCategory', 'ServiceName'],
  ...['ServiceProviderName', 'ServiceSubcategory'],
];
const prices = [
  ...['ContractedUnitPrice', 'ListUnitPrice'],
  ...['PricingCurrencyContractedUnitPrice', 'PricingCurrencyListUnitPrice'],
];
const amounts = [
  ...['BilledCost', 'CommitmentDiscountQuantity', 'ConsumedQuantity'],
  ...['ContractedCost', 'EffectiveCost', 'ListCost'],
  ...['PricingCurrencyEffectiveCost', 'PricingQuantity'],
];
const instants = [
  ...['BillingPeriodEnd', 'BillingPeriodStart'],
  ...['ChargePeriodEnd', 'ChargePeriodStart'],
];
const allowed = [
  ...['CapacityReservationStatus', 'ChargeCategory', 'ChargeClass'],
  ...['ChargeFrequency', 'CommitmentDiscountCategory'],
  ...['CommitmentDiscountStatus', 'PricingCategory'],
];
const units = ['CommitmentDiscountUnit', 'ConsumedUnit', 'PricingUnit'];
const lost = 'Zür\ufffdch';
/** Strings that no other rule than that of their format is broken by. */
const strings = Object.entries(conformant)
  .filter(
    ([column, value]) =>
      value &&
      !/^[{\d]/.test(value) &&
      ![...allowed, ...units, ...instants].includes(column) &&
      !/^Service(Cat|Sub)/.test(column) &&
      columns.includes(column),
  )
  .map(([column]) => column);

const mutations = [
  ...only(notNull, null, ['Null']),
  ...only([...amounts, ...prices], 'twelve', ['TypeDecimal', 'FormatNumeric']),
  ...only([...amounts, ...prices], '+12', ['FormatNumeric']),
  ...only(prices, '-0.01', ['Range']),
  ...only(instants, '2026-05-01 00:00:00', ['FormatDateTime']),
  ...only(instants, '5/1/26', ['TypeDateTime', 'FormatDateTime']),
  ...only(strings, lost, ['FormatString']),
  ...only(allowed, lost, ['AllowedValues', 'FormatString']),
  ...only(units, lost, ['FormatString', 'FormatUnit']),
  ...only(['BillingAccountId', 'SubAccountId'], lost, ['FormatString']),
  ...only(['BillingCurrency', 'PricingCurrency'], 'eur', ['FormatCurrency']),
  ...only(['Tags', 'AllocatedTags', 'SkuPriceDetails'], '{"a":[]}', [
    'FormatKeyValue',
  ]),
  ...only(
    [
      'AllocatedMethodDetails',
      'CommitmentProgramEligibilityDetails',
      'ContractApplied',
    ],
    '{"Elements":[]}',
    ['Schema'],
  ),
  {
    column: 'ServiceCategory',
    value: 'Web',
    breaks: ['ServiceSubcategory-1.4-Parent'],
  },
  {
    column: 'ServiceCategory',
    value: lost,
    breaks: [
      'ServiceCategory-1.4-AllowedValues',
      'ServiceCategory-1.4-FormatString',
      'ServiceSubcategory-1.4-Parent',
    ],
  },
  {
    column: 'ServiceSubcategory',
    value: lost,
    breaks: [
      'ServiceSubcategory-1.4-AllowedValues',
      'ServiceSubcategory-1.4-FormatString',
      'ServiceSubcategory-1.4-Parent',
    ],
  },
];

describe('a file of FOCUS 1.4', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.create();
  });
  afterAll(() => workspace.close());

  const input = {
    table: 'source_rows',
    rowColumn: '__row',
    version: '1.4' as const,
  };

  it('that keeps to the column model has no finding, and no rule is left unchecked', async () => {
    await workspace.load(columns, [conformant]);
    const report = await checkConformance(workspace, { ...input, columns });
    expect(report).toMatchObject({
      version: '1.4',
      model: '1.4',
      rows: 1,
      findings: [],
      notChecked: [],
      summary: { MUST: { broken: 0 }, SHOULD: { broken: 0 } },
    });
    expect(report.checkedRules).toHaveLength(focusModelFor('1.4').rules.length);
  });

  it('breaks exactly the rules that one changed cell breaks', async () => {
    const found = await brokenRulesOf(
      workspace,
      '1.4',
      columns,
      mutations.map(({ column, value }) => ({
        ...conformant,
        [column]: value,
      })),
    );
    expect(
      mutations.map((mutation, index) => ({
        ...mutation,
        breaks: found[index],
      })),
    ).toEqual(mutations);
  });

  it('can break every rule about values', () => {
    const shown = new Set(mutations.flatMap(({ breaks }) => breaks));
    const plan = planRules(focusModelFor('1.4'), columns, new Set());
    expect(
      plan.rows.map(({ rule }) => rule.id).filter(id => !shown.has(id)),
    ).toEqual([]);
  });

  it.each([
    ['ContractApplied', '{"Elements":[{"ContractId":"c-1"}]}'],
    [
      'ContractApplied',
      '{"Elements":[{"ContractId":"c-1","ContractCommitmentId":"cc-1"}]}',
    ],
    [
      'ContractApplied',
      '{"Elements":[{"ContractId":"c-1","ContractCommitmentId":"cc-1","ContractCommitmentAppliedCost":1,"ContractCommitmentAppliedQuantity":1,"ContractCommitmentAppliedUnit":"Hours"}]}',
    ],
    ['AllocatedMethodDetails', '{"Elements":[{"AllocatedRatio":1.5}]}'],
    [
      'AllocatedMethodDetails',
      '{"Elements":[{"AllocatedRatio":1,"UsageQuantity":2}]}',
    ],
    [
      'CommitmentProgramEligibilityDetails',
      '{"CommitmentPrograms":[{"ProgramType":"x","Other":1}]}',
    ],
  ])('does not keep to the schema of %s with %s', async (column, value) => {
    const [broken] = await brokenRulesOf(workspace, '1.4', columns, [
      { ...conformant, [column]: value },
    ]);
    expect(broken).toEqual([`${column}-1.4-Schema`]);
  });

  it('breaks a MUST without a mandatory column, and a SHOULD without a recommended one', async () => {
    const fewer = columns.filter(
      name =>
        !['BilledCost', 'AvailabilityZone', 'ChargeFrequency'].includes(name),
    );
    await workspace.load(fewer, [conformant]);
    const report = await checkConformance(workspace, {
      ...input,
      columns: fewer,
    });
    expect(
      report.findings.map(({ ruleId, severity }) => [ruleId, severity]),
    ).toEqual([
      ['BilledCost-1.4-Presence', 'MUST'],
      ['ChargeFrequency-1.4-Presence', 'SHOULD'],
    ]);
    // Whether the provider has zones is not known.
    expect(report.notChecked).toContainEqual(
      expect.objectContaining({
        ruleId: 'AvailabilityZone-1.4-Presence',
        reason: 'criterion',
      }),
    );
  });
});
