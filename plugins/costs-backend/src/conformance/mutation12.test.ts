import { brokenRulesOf } from './__testUtils__/brokenRules';
import {
  columns12,
  correction,
  purchase,
  tax,
  unused,
  usage,
} from './__testUtils__/rows12';
import { Workspace } from './__testUtils__/workspace';
import { planRules } from './planRules';
import { focusModelFor } from './rules/focusRules';

const rows = { usage, unused, purchase, tax, correction };

interface Mutation {
  row: keyof typeof rows;
  column: string;
  value: string | null;
  /** That rule, and those that say the same of the same cell. */
  breaks: string[];
}

/** One cell of a row that keeps to FOCUS 1.2, changed; each rule is broken by at least one. */
const mutations: Mutation[] = [
  {
    row: 'usage',
    column: 'AvailabilityZone',
    value: 'caf\ufffd',
    breaks: ['AvailabilityZone-C-002-M'],
  },
  {
    row: 'usage',
    column: 'BilledCost',
    value: null,
    breaks: ['BilledCost-C-003-M'],
  },
  {
    row: 'usage',
    column: 'BilledCost',
    value: 'twelve',
    breaks: ['BilledCost-C-001-M', 'BilledCost-C-002-M', 'BilledCost-C-004-M'],
  },
  {
    row: 'usage',
    column: 'BillingAccountId',
    value: 'caf\ufffd',
    breaks: ['BillingAccountId-C-003-M'],
  },
  {
    row: 'usage',
    column: 'BillingAccountId',
    value: '  ',
    breaks: ['StringHandling-A-007-M'],
  },
  {
    row: 'usage',
    column: 'BillingAccountId',
    value: null,
    breaks: ['BillingAccountId-C-001-M', 'BillingAccountType-C-004-C'],
  },
  {
    row: 'usage',
    column: 'BillingAccountName',
    value: 'caf\ufffd',
    breaks: ['BillingAccountName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'BillingAccountType',
    value: null,
    breaks: ['BillingAccountType-C-005-C'],
  },
  {
    row: 'usage',
    column: 'BillingAccountType',
    value: 'caf\ufffd',
    breaks: ['BillingAccountType-C-002-M'],
  },
  {
    row: 'usage',
    column: 'BillingCurrency',
    value: null,
    breaks: ['BillingCurrency-C-004-M'],
  },
  {
    row: 'usage',
    column: 'BillingCurrency',
    value: 'Other',
    breaks: ['BillingCurrency-C-006-M'],
  },
  {
    row: 'usage',
    column: 'BillingCurrency',
    value: 'caf\ufffd',
    breaks: ['BillingCurrency-C-002-M', 'BillingCurrency-C-006-M'],
  },
  {
    row: 'usage',
    column: 'BillingCurrency',
    value: 'eur',
    breaks: ['BillingCurrency-C-003-M', 'BillingCurrency-C-006-M'],
  },
  {
    row: 'usage',
    column: 'BillingPeriodEnd',
    value: null,
    breaks: ['BillingPeriodEnd-C-003-M'],
  },
  {
    row: 'usage',
    column: 'BillingPeriodEnd',
    value: '2026-05-02 00:00:00',
    breaks: ['BillingPeriodEnd-C-002-M'],
  },
  {
    row: 'usage',
    column: 'BillingPeriodEnd',
    value: '5/2/26',
    breaks: ['BillingPeriodEnd-C-001-M', 'BillingPeriodEnd-C-002-M'],
  },
  {
    row: 'usage',
    column: 'BillingPeriodStart',
    value: null,
    breaks: ['BillingPeriodStart-C-003-M'],
  },
  {
    row: 'usage',
    column: 'BillingPeriodStart',
    value: '2026-05-02 00:00:00',
    breaks: ['BillingPeriodStart-C-002-M'],
  },
  {
    row: 'usage',
    column: 'BillingPeriodStart',
    value: '5/2/26',
    breaks: ['BillingPeriodStart-C-001-M', 'BillingPeriodStart-C-002-M'],
  },
  {
    row: 'usage',
    column: 'CapacityReservationId',
    value: 'caf\ufffd',
    breaks: ['CapacityReservationId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'CapacityReservationStatus',
    value: 'caf\ufffd',
    breaks: ['CapacityReservationStatus-C-006-M'],
  },
  {
    row: 'usage',
    column: 'ChargeCategory',
    value: null,
    breaks: [
      'ChargeCategory-C-002-M',
      'CommitmentDiscountQuantity-C-007-C',
      'ConsumedQuantity-C-004-C',
    ],
  },
  {
    row: 'usage',
    column: 'ChargeCategory',
    value: 'caf\ufffd',
    breaks: [
      'ChargeCategory-C-003-M',
      'CommitmentDiscountQuantity-C-007-C',
      'ConsumedQuantity-C-004-C',
    ],
  },
  {
    row: 'usage',
    column: 'ChargeClass',
    value: 'x',
    breaks: ['ChargeClass-C-005-C'],
  },
  {
    row: 'usage',
    column: 'ChargeDescription',
    value: null,
    breaks: ['ChargeDescription-C-003-O'],
  },
  {
    row: 'usage',
    column: 'ChargeDescription',
    value: 'caf\ufffd',
    breaks: ['ChargeDescription-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ChargeFrequency',
    value: null,
    breaks: ['ChargeFrequency-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ChargeFrequency',
    value: 'caf\ufffd',
    breaks: ['ChargeFrequency-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ChargePeriodEnd',
    value: null,
    breaks: ['ChargePeriodEnd-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ChargePeriodEnd',
    value: '2026-05-02 00:00:00',
    breaks: ['ChargePeriodEnd-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ChargePeriodEnd',
    value: '5/2/26',
    breaks: ['ChargePeriodEnd-C-001-M', 'ChargePeriodEnd-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ChargePeriodStart',
    value: null,
    breaks: ['ChargePeriodStart-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ChargePeriodStart',
    value: '2026-05-02 00:00:00',
    breaks: ['ChargePeriodStart-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ChargePeriodStart',
    value: '5/2/26',
    breaks: ['ChargePeriodStart-C-001-M', 'ChargePeriodStart-C-002-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountCategory',
    value: null,
    breaks: ['CommitmentDiscountCategory-C-004-C'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountCategory',
    value: 'caf\ufffd',
    breaks: ['CommitmentDiscountCategory-C-005-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountId',
    value: 'caf\ufffd',
    breaks: ['CommitmentDiscountId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountId',
    value: null,
    breaks: [
      'CommitmentDiscountCategory-C-003-C',
      'CommitmentDiscountName-C-004-C',
      'CommitmentDiscountQuantity-C-007-C',
      'CommitmentDiscountStatus-C-003-C',
      'CommitmentDiscountType-C-004-C',
    ],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountName',
    value: 'caf\ufffd',
    breaks: ['CommitmentDiscountName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountQuantity',
    value: null,
    breaks: [
      'CommitmentDiscountQuantity-C-005-C',
      'CommitmentDiscountUnit-C-005-C',
    ],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountQuantity',
    value: 'twelve',
    breaks: [
      'CommitmentDiscountQuantity-C-001-M',
      'CommitmentDiscountQuantity-C-002-M',
      'CommitmentDiscountQuantity-C-009-M',
    ],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountStatus',
    value: null,
    breaks: ['CommitmentDiscountStatus-C-004-C'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountStatus',
    value: 'caf\ufffd',
    breaks: ['CommitmentDiscountStatus-C-005-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountType',
    value: null,
    breaks: ['CommitmentDiscountType-C-005-C'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountType',
    value: 'caf\ufffd',
    breaks: ['CommitmentDiscountType-C-002-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountUnit',
    value: null,
    breaks: ['CommitmentDiscountUnit-C-006-C'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountUnit',
    value: '  ',
    breaks: ['CommitmentDiscountUnit-C-003-M'],
  },
  {
    row: 'usage',
    column: 'CommitmentDiscountUnit',
    value: 'caf\ufffd',
    breaks: [
      'CommitmentDiscountUnit-C-002-M',
      'CommitmentDiscountUnit-C-003-M',
    ],
  },
  {
    row: 'usage',
    column: 'ConsumedQuantity',
    value: null,
    breaks: ['ConsumedQuantity-C-006-C', 'ConsumedUnit-C-005-C'],
  },
  {
    row: 'usage',
    column: 'ConsumedQuantity',
    value: 'twelve',
    breaks: [
      'ConsumedQuantity-C-001-M',
      'ConsumedQuantity-C-002-M',
      'ConsumedQuantity-C-008-C',
    ],
  },
  {
    row: 'usage',
    column: 'ConsumedUnit',
    value: null,
    breaks: ['ConsumedUnit-C-006-C'],
  },
  {
    row: 'usage',
    column: 'ConsumedUnit',
    value: '  ',
    breaks: ['ConsumedUnit-C-003-O'],
  },
  {
    row: 'usage',
    column: 'ConsumedUnit',
    value: 'caf\ufffd',
    breaks: ['ConsumedUnit-C-002-M', 'ConsumedUnit-C-003-O'],
  },
  {
    row: 'usage',
    column: 'ContractedCost',
    value: null,
    breaks: ['ContractedCost-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ContractedCost',
    value: 'twelve',
    breaks: [
      'ContractedCost-C-001-M',
      'ContractedCost-C-002-M',
      'ContractedCost-C-004-M',
    ],
  },
  {
    row: 'usage',
    column: 'ContractedCost',
    value: '-2',
    breaks: ['ContractedCost-C-009-C', 'ContractedUnitPrice-C-011-C'],
  },
  {
    row: 'usage',
    column: 'ContractedUnitPrice',
    value: null,
    breaks: ['ContractedUnitPrice-C-006-C'],
  },
  {
    row: 'usage',
    column: 'ContractedUnitPrice',
    value: 'twelve',
    breaks: ['ContractedUnitPrice-C-002-M', 'ContractedUnitPrice-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ContractedUnitPrice',
    value: '-2',
    breaks: [
      'ContractedCost-C-009-C',
      'ContractedUnitPrice-C-009-C',
      'ContractedUnitPrice-C-011-C',
    ],
  },
  {
    row: 'usage',
    column: 'EffectiveCost',
    value: null,
    breaks: ['EffectiveCost-C-003-M'],
  },
  {
    row: 'usage',
    column: 'EffectiveCost',
    value: 'twelve',
    breaks: [
      'EffectiveCost-C-001-M',
      'EffectiveCost-C-002-M',
      'EffectiveCost-C-004-M',
    ],
  },
  {
    row: 'usage',
    column: 'InvoiceId',
    value: 'caf\ufffd',
    breaks: ['InvoiceId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'InvoiceIssuerName',
    value: null,
    breaks: ['InvoiceIssuerName-C-003-M'],
  },
  {
    row: 'usage',
    column: 'InvoiceIssuerName',
    value: 'caf\ufffd',
    breaks: ['InvoiceIssuerName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ListCost',
    value: null,
    breaks: ['ListCost-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ListCost',
    value: 'twelve',
    breaks: ['ListCost-C-001-M', 'ListCost-C-002-M', 'ListCost-C-004-M'],
  },
  {
    row: 'usage',
    column: 'ListCost',
    value: '-2',
    breaks: ['ListCost-C-009-C', 'ListUnitPrice-C-010-C'],
  },
  {
    row: 'usage',
    column: 'ListUnitPrice',
    value: null,
    breaks: ['ListUnitPrice-C-005-C'],
  },
  {
    row: 'usage',
    column: 'ListUnitPrice',
    value: 'twelve',
    breaks: ['ListUnitPrice-C-001-M', 'ListUnitPrice-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ListUnitPrice',
    value: '-2',
    breaks: [
      'ListCost-C-009-C',
      'ListUnitPrice-C-008-M',
      'ListUnitPrice-C-010-C',
    ],
  },
  {
    row: 'usage',
    column: 'PricingCategory',
    value: null,
    breaks: ['PricingCategory-C-004-C'],
  },
  {
    row: 'usage',
    column: 'PricingCategory',
    value: 'caf\ufffd',
    breaks: ['PricingCategory-C-007-M'],
  },
  {
    row: 'usage',
    column: 'PricingCurrency',
    value: null,
    breaks: ['PricingCurrency-C-004-M'],
  },
  {
    row: 'usage',
    column: 'PricingCurrency',
    value: 'caf\ufffd',
    breaks: ['PricingCurrency-C-002-M'],
  },
  {
    row: 'usage',
    column: 'PricingCurrency',
    value: 'eur',
    breaks: ['PricingCurrency-C-003-M'],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyContractedUnitPrice',
    value: null,
    breaks: ['PricingCurrencyContractedUnitPrice-C-005-C'],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyContractedUnitPrice',
    value: '-2',
    breaks: ['PricingCurrencyContractedUnitPrice-C-008-C'],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyContractedUnitPrice',
    value: 'twelve',
    breaks: [
      'PricingCurrencyContractedUnitPrice-C-001-M',
      'PricingCurrencyContractedUnitPrice-C-002-M',
    ],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyEffectiveCost',
    value: null,
    breaks: ['PricingCurrencyEffectiveCost-C-003-M'],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyEffectiveCost',
    value: 'twelve',
    breaks: [
      'PricingCurrencyEffectiveCost-C-001-M',
      'PricingCurrencyEffectiveCost-C-002-M',
      'PricingCurrencyEffectiveCost-C-004-M',
    ],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyListUnitPrice',
    value: null,
    breaks: ['PricingCurrencyListUnitPrice-C-005-C'],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyListUnitPrice',
    value: '-2',
    breaks: ['PricingCurrencyListUnitPrice-C-008-M'],
  },
  {
    row: 'usage',
    column: 'PricingCurrencyListUnitPrice',
    value: 'twelve',
    breaks: [
      'PricingCurrencyListUnitPrice-C-001-M',
      'PricingCurrencyListUnitPrice-C-002-M',
    ],
  },
  {
    row: 'usage',
    column: 'PricingQuantity',
    value: null,
    breaks: ['PricingQuantity-C-005-C', 'PricingUnit-C-005-C'],
  },
  {
    row: 'usage',
    column: 'PricingQuantity',
    value: 'twelve',
    breaks: [
      'PricingQuantity-C-001-M',
      'PricingQuantity-C-002-M',
      'PricingQuantity-C-008-M',
    ],
  },
  {
    row: 'usage',
    column: 'PricingUnit',
    value: null,
    breaks: ['PricingUnit-C-006-C'],
  },
  {
    row: 'usage',
    column: 'PricingUnit',
    value: '  ',
    breaks: ['PricingUnit-C-003-O'],
  },
  {
    row: 'usage',
    column: 'PricingUnit',
    value: 'caf\ufffd',
    breaks: ['PricingUnit-C-002-M', 'PricingUnit-C-003-O'],
  },
  {
    row: 'usage',
    column: 'ProviderName',
    value: null,
    breaks: ['ProviderName-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ProviderName',
    value: 'caf\ufffd',
    breaks: ['ProviderName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'PublisherName',
    value: null,
    breaks: ['PublisherName-C-003-M'],
  },
  {
    row: 'usage',
    column: 'PublisherName',
    value: 'caf\ufffd',
    breaks: ['PublisherName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'RegionId',
    value: null,
    breaks: ['RegionName-C-004-C'],
  },
  {
    row: 'usage',
    column: 'RegionId',
    value: 'caf\ufffd',
    breaks: ['RegionId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'RegionName',
    value: null,
    breaks: ['RegionName-C-005-C'],
  },
  {
    row: 'usage',
    column: 'RegionName',
    value: 'caf\ufffd',
    breaks: ['RegionName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ResourceId',
    value: null,
    breaks: ['ResourceType-C-004-C'],
  },
  {
    row: 'usage',
    column: 'ResourceId',
    value: 'caf\ufffd',
    breaks: ['ResourceId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ResourceName',
    value: 'caf\ufffd',
    breaks: ['ResourceName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ResourceType',
    value: 'caf\ufffd',
    breaks: ['ResourceType-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ServiceCategory',
    value: null,
    breaks: ['ServiceCategory-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ServiceCategory',
    value: 'Other',
    breaks: ['ServiceSubcategory-C-004-M'],
  },
  {
    row: 'usage',
    column: 'ServiceCategory',
    value: 'caf\ufffd',
    breaks: ['ServiceCategory-C-003-M', 'ServiceSubcategory-C-004-M'],
  },
  {
    row: 'usage',
    column: 'ServiceName',
    value: null,
    breaks: ['ServiceName-C-003-M'],
  },
  {
    row: 'usage',
    column: 'ServiceName',
    value: 'caf\ufffd',
    breaks: ['ServiceName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ServiceSubcategory',
    value: null,
    breaks: ['ServiceSubcategory-C-002-M'],
  },
  {
    row: 'usage',
    column: 'ServiceSubcategory',
    value: 'caf\ufffd',
    breaks: ['ServiceSubcategory-C-003-M', 'ServiceSubcategory-C-004-M'],
  },
  {
    row: 'usage',
    column: 'SkuId',
    value: 'caf\ufffd',
    breaks: ['SkuId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'SkuId',
    value: null,
    breaks: ['SkuId-C-005-C', 'SkuMeter-C-004-C'],
  },
  {
    row: 'usage',
    column: 'SkuMeter',
    value: null,
    breaks: ['SkuMeter-C-005-C'],
  },
  {
    row: 'usage',
    column: 'SkuMeter',
    value: 'caf\ufffd',
    breaks: ['SkuMeter-C-002-M'],
  },
  {
    row: 'usage',
    column: 'SkuPriceDetails',
    value: 'no',
    breaks: ['SkuPriceDetails-C-001-M'],
  },
  {
    row: 'usage',
    column: 'SkuPriceDetails',
    value: '{"a":{}}',
    breaks: ['SkuPriceDetails-C-001-M', 'SkuPriceDetails-C-002-O'],
  },
  {
    row: 'usage',
    column: 'SkuPriceId',
    value: 'caf\ufffd',
    breaks: ['SkuPriceId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'SkuPriceId',
    value: null,
    breaks: ['SkuPriceDetails-C-004-C', 'SkuPriceId-C-005-C'],
  },
  {
    row: 'usage',
    column: 'SubAccountId',
    value: 'caf\ufffd',
    breaks: ['SubAccountId-C-002-M'],
  },
  {
    row: 'usage',
    column: 'SubAccountId',
    value: null,
    breaks: ['SubAccountName-C-004-C', 'SubAccountType-C-004-C'],
  },
  {
    row: 'usage',
    column: 'SubAccountName',
    value: null,
    breaks: ['SubAccountName-C-005-C'],
  },
  {
    row: 'usage',
    column: 'SubAccountName',
    value: 'caf\ufffd',
    breaks: ['SubAccountName-C-002-M'],
  },
  {
    row: 'usage',
    column: 'SubAccountType',
    value: null,
    breaks: ['SubAccountType-C-005-C'],
  },
  {
    row: 'usage',
    column: 'SubAccountType',
    value: 'caf\ufffd',
    breaks: ['SubAccountType-C-002-M'],
  },
  { row: 'usage', column: 'Tags', value: '{"a":{}}', breaks: ['Tags-C-001-M'] },
  {
    row: 'unused',
    column: 'CapacityReservationStatus',
    value: 'Unused',
    breaks: ['CapacityReservationId-C-005-C'],
  },
  {
    row: 'purchase',
    column: 'ChargeFrequency',
    value: 'Usage-Based',
    breaks: ['ChargeFrequency-C-004-C'],
  },
  {
    row: 'purchase',
    column: 'EffectiveCost',
    value: '0.01',
    breaks: ['EffectiveCost-C-005-C'],
  },
  {
    row: 'tax',
    column: 'ChargeCategory',
    value: null,
    breaks: ['ChargeCategory-C-002-M'],
  },
  {
    row: 'tax',
    column: 'CommitmentDiscountName',
    value: 'x',
    breaks: ['CommitmentDiscountName-C-004-C'],
  },
  {
    row: 'tax',
    column: 'CommitmentDiscountType',
    value: 'x',
    breaks: ['CommitmentDiscountType-C-004-C'],
  },
  {
    row: 'tax',
    column: 'ContractedUnitPrice',
    value: '2',
    breaks: ['ContractedUnitPrice-C-005-C'],
  },
  {
    row: 'tax',
    column: 'ListUnitPrice',
    value: '2',
    breaks: ['ListUnitPrice-C-004-C'],
  },
  {
    row: 'tax',
    column: 'PricingCategory',
    value: 'x',
    breaks: ['PricingCategory-C-003-C', 'PricingCategory-C-007-M'],
  },
  {
    row: 'tax',
    column: 'PricingCurrencyContractedUnitPrice',
    value: '2',
    breaks: ['PricingCurrencyContractedUnitPrice-C-004-C'],
  },
  {
    row: 'tax',
    column: 'PricingCurrencyListUnitPrice',
    value: '2',
    breaks: ['PricingCurrencyListUnitPrice-C-004-C'],
  },
  {
    row: 'tax',
    column: 'PricingQuantity',
    value: '2',
    breaks: ['PricingQuantity-C-004-C', 'PricingUnit-C-006-C'],
  },
  {
    row: 'tax',
    column: 'SkuId',
    value: 'x',
    breaks: ['SkuId-C-004-C', 'SkuMeter-C-005-C'],
  },
  { row: 'tax', column: 'SkuMeter', value: 'x', breaks: ['SkuMeter-C-004-C'] },
  {
    row: 'tax',
    column: 'SkuPriceDetails',
    value: '{"A":1}',
    breaks: ['SkuPriceDetails-C-004-C'],
  },
  {
    row: 'tax',
    column: 'SkuPriceId',
    value: 'x',
    breaks: ['SkuPriceId-C-004-C'],
  },
];

describe('the rules of FOCUS 1.2 for single rows', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.create();
  });
  afterAll(() => workspace.close());

  const broken = (changed: Mutation[]) =>
    brokenRulesOf(
      workspace,
      '1.2',
      columns12,
      changed.map(({ row, column, value }) => ({
        ...rows[row],
        [column]: value,
      })),
    );

  it('find nothing in usage, unused commitment, purchase, tax and correction that keep to them', async () => {
    const kept = await brokenRulesOf(
      workspace,
      '1.2',
      columns12,
      Object.values(rows),
    );
    expect(kept).toEqual([[], [], [], [], []]);
  });

  it('find exactly the rules that one changed cell breaks', async () => {
    const found = await broken(mutations);
    expect(
      mutations.map((mutation, index) => ({
        ...mutation,
        breaks: found[index],
      })),
    ).toEqual(mutations);
  });

  it('are each broken by one of the changes', () => {
    const plan = planRules(focusModelFor('1.2'), columns12, new Set());
    const shown = new Set(mutations.flatMap(({ breaks }) => breaks));
    expect(
      plan.rows.map(({ rule }) => rule.id).filter(id => !shown.has(id)),
    ).toEqual([]);
  });

  it('leave null to the rules about null', async () => {
    const [category, cost] = await broken([
      { row: 'usage', column: 'ServiceCategory', value: null, breaks: [] },
      { row: 'usage', column: 'ListCost', value: null, breaks: [] },
    ]);
    expect(category).toEqual(['ServiceCategory-C-002-M']);
    expect(cost).toEqual(['ListCost-C-003-M']);
  });

  it('allow a correction to say little, and bind it once it is none', async () => {
    const [asUsage] = await broken([
      { row: 'correction', column: 'ChargeClass', value: null, breaks: [] },
    ]);
    expect(asUsage).toEqual([
      'ConsumedQuantity-C-006-C',
      'ContractedUnitPrice-C-006-C',
      'ListUnitPrice-C-005-C',
      'PricingCategory-C-004-C',
      'PricingCurrencyContractedUnitPrice-C-005-C',
      'PricingCurrencyListUnitPrice-C-005-C',
      'PricingQuantity-C-005-C',
      'SkuId-C-005-C',
      'SkuPriceId-C-005-C',
    ]);
  });
});
