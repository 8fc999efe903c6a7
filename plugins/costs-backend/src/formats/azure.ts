import {
  all,
  column,
  dayAfter,
  difference,
  equals,
  firstOf,
  isNegative,
  jsonObject,
  lookUp,
  monthEnd,
  monthStart,
  not,
  part,
  product,
  text,
  when,
} from '@freehold/plugin-costs-node';
import type { ChargeFormat, Expression } from '@freehold/plugin-costs-node';
import categoriesOfConsumedServices from './azureServiceCategories.json';

const DICTIONARY =
  'https://learn.microsoft.com/en-us/azure/cost-management-billing/automate/understand-usage-details-fields';

/**
 * Resource provider → FOCUS service category, where all services of the
 * provider share one. Made from Services.csv of the FinOps toolkit (MIT,
 * Microsoft): https://github.com/microsoft/finops-toolkit/tree/main/src/open-data
 */
const SERVICE_CATEGORIES: Record<string, string> = Object.fromEntries(
  Object.entries(categoriesOfConsumedServices).flatMap(([category, services]) =>
    services.map(service => [service, category]),
  ),
);

/** Service family → FOCUS service category, by the same data dictionary. */
const CATEGORIES_OF_FAMILIES = {
  'AI + Machine Learning': 'AI and Machine Learning',
  Analytics: 'Analytics',
  Compute: 'Compute',
  Containers: 'Compute',
  Databases: 'Databases',
  'Developer Tools': 'Developer Tools',
  Identity: 'Identity',
  Integration: 'Integration',
  'Internet of Things': 'Internet of Things',
  'Management and Governance': 'Management and Governance',
  Media: 'Media',
  Migration: 'Migration',
  Networking: 'Networking',
  Security: 'Security',
  Storage: 'Storage',
  Web: 'Web',
};

const date = column('Date', 'UsageDateTime', 'UsageDate', 'UsageStart');
const chargeType = column('ChargeType');
const pricingModel = column('PricingModel');
const quantity = column('Quantity', 'UsageQuantity');
const resourceId = column('ResourceId', 'InstanceId', 'InstanceName');
const consumedService = column('ConsumedService');
const isUnused = equals(chargeType, 'UnusedReservation', 'UnusedSavingsPlan');
const isCommitted = equals(
  pricingModel,
  'Reservation',
  'SavingsPlan',
  'Savings Plan',
);
const isPurchase = equals(chargeType, 'Purchase', 'Refund');

function azureColumns(
  cost: Expression,
  listCost: Expression,
  contractedCost?: Expression,
): ChargeFormat['columns'] {
  return {
    AvailabilityZone: column('AvailabilityZone'),
    // What a commitment covers was paid for by its purchase: amortised exports
    // show its share here, which is effective cost and on no invoice.
    BilledCost: when(
      [
        { if: isUnused, then: text('0') },
        { if: all(isCommitted, not(isPurchase)), then: text('0') },
      ],
      cost,
    ),
    BillingAccountId: column('BillingAccountId'),
    BillingAccountName: column('BillingAccountName'),
    BillingCurrency: column(
      'BillingCurrencyCode',
      'BillingCurrency',
      'Currency',
    ),
    BillingPeriodEnd: firstOf(
      dayAfter(column('BillingPeriodEndDate')),
      monthEnd(date),
    ),
    BillingPeriodStart: firstOf(
      column('BillingPeriodStartDate'),
      monthStart(date),
    ),
    ChargeCategory: when(
      [
        { if: isUnused, then: text('Usage') },
        { if: isPurchase, then: text('Purchase') },
        {
          if: equals(chargeType, 'RoundingAdjustment'),
          then: text('Adjustment'),
        },
      ],
      // Exports without the column hold usage only.
      firstOf(chargeType, text('Usage')),
    ),
    ChargeClass: when([
      { if: equals(chargeType, 'Refund'), then: text('Correction') },
    ]),
    ChargeDescription: column('Product', 'ProductName'),
    ChargeFrequency: lookUp(column('Frequency'), {
      OneTime: 'One-Time',
      Recurring: 'Recurring',
      UsageBased: 'Usage-Based',
    }),
    ChargePeriodEnd: dayAfter(date),
    ChargePeriodStart: date,
    CommitmentDiscountCategory: when([
      { if: equals(pricingModel, 'Reservation'), then: text('Usage') },
      { if: isCommitted, then: text('Spend') },
    ]),
    CommitmentDiscountId: when([
      {
        if: isCommitted,
        then: firstOf(column('BenefitId'), column('ReservationId')),
      },
    ]),
    CommitmentDiscountName: when([
      {
        if: isCommitted,
        then: firstOf(column('BenefitName'), column('ReservationName')),
      },
    ]),
    CommitmentDiscountStatus: when([
      { if: isUnused, then: text('Unused') },
      { if: all(isCommitted, not(isPurchase)), then: text('Used') },
    ]),
    CommitmentDiscountType: when([
      { if: equals(pricingModel, 'Reservation'), then: text('Reservation') },
      { if: isCommitted, then: text('Savings plan') },
    ]),
    ConsumedQuantity: when([
      { if: all(not(isPurchase), not(isUnused)), then: quantity },
    ]),
    ConsumedUnit: when([
      {
        if: all(not(isPurchase), not(isUnused)),
        then: column('UnitOfMeasure'),
      },
    ]),
    ContractedCost: contractedCost,
    ContractedUnitPrice: column('UnitPrice'),
    EffectiveCost: when(
      [{ if: all(isCommitted, isPurchase), then: text('0') }],
      cost,
    ),
    HostProviderName: text('Microsoft'),
    InvoiceId: column('InvoiceId'),
    InvoiceIssuerName: firstOf(column('PartnerName'), text('Microsoft')),
    ListCost: listCost,
    ListUnitPrice: column('PayGPrice'),
    PricingCategory: when([
      { if: all(isCommitted, not(isPurchase)), then: text('Committed') },
      { if: equals(pricingModel, 'Spot'), then: text('Dynamic') },
      { if: equals(pricingModel, 'OnDemand'), then: text('Standard') },
    ]),
    PricingCurrency: column('PricingCurrencyCode', 'PricingCurrency'),
    PricingQuantity: quantity,
    PricingUnit: column('UnitOfMeasure'),
    RegionId: column('ResourceLocation', 'Location'),
    RegionName: column('MeterRegion'),
    ResourceId: resourceId,
    ResourceName: firstOf(
      column('ResourceName'),
      part(resourceId, '([^/]+)/?$'),
    ),
    ResourceType: firstOf(
      column('ResourceType'),
      part(resourceId, '/[Pp]roviders/([^/]+/[^/]+)'),
    ),
    ServiceCategory: firstOf(
      lookUp(consumedService, SERVICE_CATEGORIES),
      lookUp(column('ServiceFamily'), CATEGORIES_OF_FAMILIES),
    ),
    ServiceName: firstOf(
      column('ServiceName'),
      column('MeterCategory'),
      consumedService,
    ),
    ServiceProviderName: when(
      [
        {
          if: equals(column('PublisherType'), 'Marketplace'),
          then: firstOf(column('PublisherName'), text('Microsoft')),
        },
      ],
      text('Microsoft'),
    ),
    SkuId: column('ProductId', 'PartNumber'),
    SkuMeter: column('MeterName'),
    SkuPriceId: column('MeterId'),
    SubAccountId: column('SubscriptionId', 'SubscriptionGuid'),
    SubAccountName: column('SubscriptionName'),
    SubAccountType: text('Subscription'),
    Tags: jsonObject(column('Tags')),
  };
}

/** Amortised exports show what a commitment covers, actual ones what was paid for it. */
function azureDatasets(cost: Expression): ChargeFormat['datasets'] {
  const isCovered = all(isCommitted, not(isPurchase));
  const isAboveZero = isNegative(difference(text('0'), cost));
  return [
    {
      title: 'amortised cost',
      rows: [isUnused, all(isCovered, isAboveZero)],
    },
    { title: 'actual cost', rows: [isCovered, all(isCommitted, isPurchase)] },
  ];
}

const USAGE_DATE = ['Date', 'UsageDateTime', 'UsageDate', 'UsageStart'];

const SHARED = {
  source: DICTIONARY,
  monthFirstDates: true,
  decimalCommaWithSemicolon: true,
  namesInParentheses: true,
};

/** Cost exports of Azure; actual and amortised ones have the same columns. */
export const AZURE_FORMATS: readonly ChargeFormat[] = [
  {
    ...SHARED,
    id: 'azure-mca',
    title: 'Azure cost details (Microsoft Customer Agreement)',
    expects: [['CostInBillingCurrency'], ['MeterCategory'], USAGE_DATE],
    datasets: azureDatasets(column('CostInBillingCurrency')),
    columns: azureColumns(
      column('CostInBillingCurrency'),
      column('PaygCostInBillingCurrency'),
    ),
  },
  {
    ...SHARED,
    id: 'azure-ea',
    title: 'Azure cost details (Enterprise Agreement)',
    expects: [['Cost'], ['MeterCategory'], USAGE_DATE],
    datasets: azureDatasets(column('Cost')),
    columns: azureColumns(
      column('Cost'),
      product(column('PayGPrice'), quantity),
      product(column('UnitPrice'), quantity),
    ),
  },
  {
    ...SHARED,
    id: 'azure-usage-details',
    title: 'Azure usage details',
    expects: [['PreTaxCost'], ['MeterCategory'], USAGE_DATE],
    datasets: azureDatasets(column('PreTaxCost')),
    columns: azureColumns(
      column('PreTaxCost'),
      column('PaygCostInBillingCurrency'),
    ),
  },
];
