import {
  all,
  column,
  difference,
  equals,
  firstOf,
  gathered,
  isNegative,
  jsonObject,
  lookUp,
  not,
  part,
  present,
  sum,
  text,
  when,
} from '@freehold/plugin-costs-node';
import type {
  ChargeFormat,
  Condition,
  Expression,
} from '@freehold/plugin-costs-node';
import { AWS_SERVICE_CATEGORIES } from './awsServiceCategories';

/**
 * A column by its name in the data dictionary and by the name that CUR 2.0 and
 * tables in Athena give it: every capital letter becomes an underscore and a
 * small one, ReservationARN so reservation_a_r_n.
 */
function cur(name: string): Expression {
  const snake = name
    .replace('/', '_')
    .replace(/[A-Z]/g, (letter, at: number) =>
      name[at - 1] === '/' ? letter.toLowerCase() : `_${letter.toLowerCase()}`,
    );
  return column(name, snake);
}

const lineItemType = cur('lineItem/LineItemType');
const isType = (...types: string[]): Condition =>
  equals(lineItemType, ...types);
const unblended = cur('lineItem/UnblendedCost');
const reservation = cur('reservation/ReservationARN');
const savingsPlan = cur('savingsPlan/SavingsPlanARN');

const unusedReservation = sum(
  cur('reservation/UnusedAmortizedUpfrontFeeForBillingPeriod'),
  cur('reservation/UnusedRecurringFee'),
);
const unusedSavingsPlan = difference(
  cur('savingsPlan/TotalCommitmentToDate'),
  cur('savingsPlan/UsedCommitment'),
);

/** The rows that carry what nobody used of a commitment, beside its recurring fee. */
const isUnused: Condition[] = [
  all(
    isType('RIFee'),
    present(part(unusedReservation, '([1-9])')),
    not(isNegative(unusedReservation)),
  ),
  all(
    isType('SavingsPlanRecurringFee'),
    present(part(unusedSavingsPlan, '([1-9])')),
    not(isNegative(unusedSavingsPlan)),
  ),
];
const whenUnused = (then: Expression) =>
  isUnused.map(condition => ({ if: condition, then }));

const isCovered = isType('DiscountedUsage', 'SavingsPlanCoveredUsage');
const isUsage = isType('Usage', 'SavingsPlanCoveredUsage', 'DiscountedUsage');

const COLUMNS: ChargeFormat['columns'] = {
  AvailabilityZone: cur('lineItem/AvailabilityZone'),
  BilledCost: unblended,
  BillingAccountId: cur('bill/PayerAccountId'),
  BillingAccountName: cur('bill/PayerAccountName'),
  BillingAccountType: text('Billing Account'),
  BillingCurrency: cur('lineItem/CurrencyCode'),
  BillingPeriodEnd: cur('bill/BillingPeriodEndDate'),
  BillingPeriodStart: cur('bill/BillingPeriodStartDate'),
  ChargeCategory: when(
    [
      ...whenUnused(text('Usage')),
      {
        if: isType(
          'Usage',
          'DiscountedUsage',
          'SavingsPlanCoveredUsage',
          'SavingsPlanNegation',
        ),
        then: text('Usage'),
      },
      {
        if: isType(
          'Fee',
          'RIFee',
          'SavingsPlanRecurringFee',
          'SavingsPlanUpfrontFee',
        ),
        then: text('Purchase'),
      },
      { if: isType('Tax'), then: text('Tax') },
      {
        if: isType(
          'Credit',
          'EdpDiscount',
          'PrivateRateDiscount',
          'BundledDiscount',
          'RiVolumeDiscount',
          'Discount',
          'DistributorDiscount',
          'SppDiscount',
        ),
        then: text('Credit'),
      },
      { if: isType('Refund'), then: text('Adjustment') },
    ],
    // An unknown type is not guessed: the row is rejected and names it.
    lineItemType,
  ),
  ChargeClass: when([{ if: isType('Refund'), then: text('Correction') }]),
  ChargeDescription: cur('lineItem/LineItemDescription'),
  ChargeFrequency: when([
    { if: isType('RIFee', 'SavingsPlanRecurringFee'), then: text('Recurring') },
    { if: isType('Fee', 'SavingsPlanUpfrontFee'), then: text('One-Time') },
    { if: isUsage, then: text('Usage-Based') },
  ]),
  ChargePeriodEnd: cur('lineItem/UsageEndDate'),
  ChargePeriodStart: cur('lineItem/UsageStartDate'),
  CommitmentDiscountCategory: when([
    { if: present(savingsPlan), then: text('Spend') },
    { if: present(reservation), then: text('Usage') },
  ]),
  CommitmentDiscountId: firstOf(savingsPlan, reservation),
  CommitmentDiscountStatus: when([
    { if: isCovered, then: text('Used') },
    ...whenUnused(text('Unused')),
  ]),
  CommitmentDiscountType: when([
    {
      if: present(savingsPlan),
      then: firstOf(cur('savingsPlan/OfferingType'), text('Savings Plan')),
    },
    { if: present(reservation), then: text('Reserved Instance') },
  ]),
  ConsumedQuantity: when([{ if: isUsage, then: cur('lineItem/UsageAmount') }]),
  ConsumedUnit: when([{ if: isUsage, then: cur('pricing/unit') }]),
  ContractedCost: when(
    [
      {
        if: isType('DiscountedUsage'),
        then: cur('pricing/publicOnDemandCost'),
      },
    ],
    unblended,
  ),
  // "Understanding your amortized reservation and savings plan data" of the
  // CUR guide: the amortised cost of each type of line item.
  EffectiveCost: when(
    [
      {
        if: isType('SavingsPlanCoveredUsage'),
        then: cur('savingsPlan/SavingsPlanEffectiveCost'),
      },
      {
        if: isType('DiscountedUsage'),
        then: cur('reservation/EffectiveCost'),
      },
      { if: isType('RIFee'), then: firstOf(unusedReservation, text('0')) },
      {
        if: isType('SavingsPlanRecurringFee'),
        then: firstOf(unusedSavingsPlan, text('0')),
      },
      {
        if: isType('SavingsPlanNegation', 'SavingsPlanUpfrontFee'),
        then: text('0'),
      },
      { if: all(isType('Fee'), present(reservation)), then: text('0') },
    ],
    unblended,
  ),
  HostProviderName: when([
    {
      if: not(equals(cur('bill/BillingEntity'), 'AWS Marketplace')),
      then: text('AWS'),
    },
  ]),
  InvoiceId: cur('bill/InvoiceId'),
  InvoiceIssuerName: firstOf(cur('bill/InvoicingEntity'), text('AWS')),
  ListCost: when([{ if: isUsage, then: cur('pricing/publicOnDemandCost') }]),
  ListUnitPrice: when([
    { if: isUsage, then: cur('pricing/publicOnDemandRate') },
  ]),
  PricingCategory: when([
    { if: isCovered, then: text('Committed') },
    {
      if: all(
        isType('Usage'),
        present(part(cur('lineItem/UsageType'), '(SpotUsage)')),
      ),
      then: text('Dynamic'),
    },
    { if: isType('Usage'), then: text('Standard') },
  ]),
  PricingCurrency: cur('pricing/currency'),
  PricingQuantity: when([{ if: isUsage, then: cur('lineItem/UsageAmount') }]),
  PricingUnit: cur('pricing/unit'),
  RegionId: firstOf(
    cur('product/regionCode'),
    column('product/region', 'product_region'),
  ),
  RegionName: cur('product/location'),
  ResourceId: cur('lineItem/ResourceId'),
  ResourceType: cur('product/productFamily'),
  ServiceCategory: lookUp(cur('lineItem/ProductCode'), AWS_SERVICE_CATEGORIES),
  ServiceName: firstOf(cur('product/ProductName'), cur('lineItem/ProductCode')),
  ServiceProviderName: when(
    [
      {
        if: equals(cur('bill/BillingEntity'), 'AWS Marketplace'),
        then: firstOf(cur('lineItem/LegalEntity'), text('AWS Marketplace')),
      },
    ],
    text('AWS'),
  ),
  SkuId: cur('product/sku'),
  SkuMeter: cur('lineItem/UsageType'),
  SkuPriceId: firstOf(cur('pricing/RateId'), cur('pricing/RateCode')),
  SubAccountId: cur('lineItem/UsageAccountId'),
  SubAccountName: cur('lineItem/UsageAccountName'),
  SubAccountType: text('Account'),
  Tags: firstOf(
    jsonObject(column('resource_tags', 'resourceTags')),
    gathered('resourceTags/'),
    gathered('resource_tags_'),
  ),
};

/**
 * AWS Cost and Usage Reports. BilledCost is the unblended cost of every line,
 * discounts, credits, refunds and taxes included: the invoice is their sum.
 * Fees of commitments carry, as EffectiveCost, what nobody used of them.
 */
export const AWS_CUR_FORMATS: readonly ChargeFormat[] = [
  {
    id: 'aws-cur-2',
    title: 'AWS Cost and Usage Report 2.0',
    source:
      'https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html',
    expects: [
      ['line_item_line_item_type'],
      ['line_item_unblended_cost'],
      ['line_item_usage_start_date'],
    ],
    columns: COLUMNS,
  },
  {
    id: 'aws-cur',
    title: 'AWS Cost and Usage Report (legacy)',
    source:
      'https://docs.aws.amazon.com/cur/latest/userguide/data-dictionary.html',
    expects: [
      ['lineItem/LineItemType'],
      ['lineItem/UnblendedCost'],
      ['lineItem/UsageStartDate'],
    ],
    columns: COLUMNS,
  },
];
