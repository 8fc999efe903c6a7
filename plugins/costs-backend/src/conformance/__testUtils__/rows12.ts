import { columnsOfVersion } from '../rules/focusRules';
import type { FileRow } from './workspace';

/** The header of a file of FOCUS 1.2. */
export const columns12 = [...columnsOfVersion('1.2')];

/** Usage that a commitment and a reservation cover: a value in every column but one. */
export const usage: FileRow = {
  AvailabilityZone: 'eu-central-1a',
  BilledCost: '0',
  BillingAccountId: '100000000001',
  BillingAccountName: 'Acme',
  BillingAccountType: 'Payer Account',
  BillingCurrency: 'EUR',
  BillingPeriodEnd: '2026-06-01T00:00:00Z',
  BillingPeriodStart: '2026-05-01T00:00:00Z',
  CapacityReservationId: 'cr-1',
  CapacityReservationStatus: 'Used',
  ChargeCategory: 'Usage',
  ChargeDescription: 'Two hours of a machine',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodEnd: '2026-05-02T01:00:00Z',
  ChargePeriodStart: '2026-05-02T00:00:00Z',
  CommitmentDiscountCategory: 'Usage',
  CommitmentDiscountId: 'ri-1',
  CommitmentDiscountName: 'One year',
  CommitmentDiscountQuantity: '2',
  CommitmentDiscountStatus: 'Used',
  CommitmentDiscountType: 'Reserved Instance',
  CommitmentDiscountUnit: 'Hours',
  ConsumedQuantity: '2',
  ConsumedUnit: 'Hours',
  ContractedCost: '0.16',
  ContractedUnitPrice: '0.08',
  EffectiveCost: '0.12',
  InvoiceId: 'INV-1',
  InvoiceIssuerName: 'AWS',
  ListCost: '0.20',
  ListUnitPrice: '0.10',
  PricingCategory: 'Committed',
  PricingCurrency: 'EUR',
  PricingCurrencyContractedUnitPrice: '0.08',
  PricingCurrencyEffectiveCost: '0.12',
  PricingCurrencyListUnitPrice: '0.10',
  PricingQuantity: '2',
  PricingUnit: 'Hours',
  ProviderName: 'AWS',
  PublisherName: 'AWS',
  RegionId: 'eu-central-1',
  RegionName: 'Frankfurt',
  ResourceId: 'i-1',
  ResourceName: 'web',
  ResourceType: 'Instance',
  ServiceCategory: 'Compute',
  ServiceName: 'Machines',
  ServiceSubcategory: 'Virtual Machines',
  SkuId: 'sku-1',
  SkuMeter: 'Compute',
  SkuPriceDetails: '{"CoreCount":2}',
  SkuPriceId: 'price-1',
  SubAccountId: '200000000001',
  SubAccountName: 'Shop',
  SubAccountType: 'Linked Account',
  Tags: '{"Environment":"prod"}',
};

/** What is left over of the commitment in that hour. */
export const unused: FileRow = {
  ...usage,
  CapacityReservationId: null,
  CapacityReservationStatus: null,
  CommitmentDiscountStatus: 'Unused',
  ConsumedQuantity: null,
  ConsumedUnit: null,
};

/** The purchase of the commitment. */
export const purchase: FileRow = {
  ...unused,
  BilledCost: '0.20',
  ChargeCategory: 'Purchase',
  ChargeFrequency: 'Recurring',
  CommitmentDiscountStatus: null,
  EffectiveCost: '0',
  PricingCategory: 'Standard',
  PricingCurrencyEffectiveCost: '0',
};

const withoutCommitment: FileRow = {
  ...unused,
  CommitmentDiscountCategory: null,
  CommitmentDiscountId: null,
  CommitmentDiscountName: null,
  CommitmentDiscountQuantity: null,
  CommitmentDiscountStatus: null,
  CommitmentDiscountType: null,
  CommitmentDiscountUnit: null,
};

/** A tax: no price, no quantity, no SKU. */
export const tax: FileRow = {
  ...withoutCommitment,
  ChargeCategory: 'Tax',
  ChargeFrequency: 'Recurring',
  ContractedUnitPrice: null,
  ListUnitPrice: null,
  PricingCategory: null,
  PricingCurrencyContractedUnitPrice: null,
  PricingCurrencyListUnitPrice: null,
  PricingQuantity: null,
  PricingUnit: null,
  SkuId: null,
  SkuMeter: null,
  SkuPriceDetails: null,
  SkuPriceId: null,
};

/** A correction of usage in an earlier month, about which little is known. */
export const correction: FileRow = {
  ...tax,
  ChargeCategory: 'Usage',
  ChargeClass: 'Correction',
  ChargeFrequency: 'Usage-Based',
};
