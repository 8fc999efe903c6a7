/** How a column's values are kept: exact decimals, UTC instants, text or JSON. */
export type ChargeColumnType = 'decimal' | 'timestamp' | 'string' | 'json';

/** One column of the FOCUS 1.4 dataset "Cost and Usage". */
export interface ChargeColumn {
  /** As FOCUS writes it: `BilledCost`. */
  focusName: string;
  /** As our tables write it: `billed_cost`. */
  name: string;
  type: ChargeColumnType;
}

/**
 * The 65 columns of FOCUS 1.4, "Cost and Usage", in the alphabetical order of
 * its data model. Everything that reads, keeps or writes charges goes by this
 * list.
 *
 * Source: FOCUS Data Model workbook 1.4, FinOps Foundation
 * (https://focus.finops.org), CC BY 4.0.
 */
export const CHARGE_COLUMNS = [
  {
    focusName: 'AllocatedMethodDetails',
    name: 'allocated_method_details',
    type: 'json',
  },
  {
    focusName: 'AllocatedMethodId',
    name: 'allocated_method_id',
    type: 'string',
  },
  {
    focusName: 'AllocatedResourceId',
    name: 'allocated_resource_id',
    type: 'string',
  },
  {
    focusName: 'AllocatedResourceName',
    name: 'allocated_resource_name',
    type: 'string',
  },
  { focusName: 'AllocatedTags', name: 'allocated_tags', type: 'json' },
  { focusName: 'AvailabilityZone', name: 'availability_zone', type: 'string' },
  { focusName: 'BilledCost', name: 'billed_cost', type: 'decimal' },
  { focusName: 'BillingAccountId', name: 'billing_account_id', type: 'string' },
  {
    focusName: 'BillingAccountName',
    name: 'billing_account_name',
    type: 'string',
  },
  {
    focusName: 'BillingAccountType',
    name: 'billing_account_type',
    type: 'string',
  },
  { focusName: 'BillingCurrency', name: 'billing_currency', type: 'string' },
  {
    focusName: 'BillingPeriodEnd',
    name: 'billing_period_end',
    type: 'timestamp',
  },
  {
    focusName: 'BillingPeriodStart',
    name: 'billing_period_start',
    type: 'timestamp',
  },
  {
    focusName: 'CapacityReservationId',
    name: 'capacity_reservation_id',
    type: 'string',
  },
  {
    focusName: 'CapacityReservationStatus',
    name: 'capacity_reservation_status',
    type: 'string',
  },
  { focusName: 'ChargeCategory', name: 'charge_category', type: 'string' },
  { focusName: 'ChargeClass', name: 'charge_class', type: 'string' },
  {
    focusName: 'ChargeDescription',
    name: 'charge_description',
    type: 'string',
  },
  { focusName: 'ChargeFrequency', name: 'charge_frequency', type: 'string' },
  {
    focusName: 'ChargePeriodEnd',
    name: 'charge_period_end',
    type: 'timestamp',
  },
  {
    focusName: 'ChargePeriodStart',
    name: 'charge_period_start',
    type: 'timestamp',
  },
  {
    focusName: 'CommitmentDiscountCategory',
    name: 'commitment_discount_category',
    type: 'string',
  },
  {
    focusName: 'CommitmentDiscountId',
    name: 'commitment_discount_id',
    type: 'string',
  },
  {
    focusName: 'CommitmentDiscountName',
    name: 'commitment_discount_name',
    type: 'string',
  },
  {
    focusName: 'CommitmentDiscountQuantity',
    name: 'commitment_discount_quantity',
    type: 'decimal',
  },
  {
    focusName: 'CommitmentDiscountStatus',
    name: 'commitment_discount_status',
    type: 'string',
  },
  {
    focusName: 'CommitmentDiscountType',
    name: 'commitment_discount_type',
    type: 'string',
  },
  {
    focusName: 'CommitmentDiscountUnit',
    name: 'commitment_discount_unit',
    type: 'string',
  },
  {
    focusName: 'CommitmentProgramEligibilityDetails',
    name: 'commitment_program_eligibility_details',
    type: 'json',
  },
  { focusName: 'ConsumedQuantity', name: 'consumed_quantity', type: 'decimal' },
  { focusName: 'ConsumedUnit', name: 'consumed_unit', type: 'string' },
  { focusName: 'ContractApplied', name: 'contract_applied', type: 'json' },
  { focusName: 'ContractedCost', name: 'contracted_cost', type: 'decimal' },
  {
    focusName: 'ContractedUnitPrice',
    name: 'contracted_unit_price',
    type: 'decimal',
  },
  { focusName: 'EffectiveCost', name: 'effective_cost', type: 'decimal' },
  { focusName: 'HostProviderName', name: 'host_provider_name', type: 'string' },
  { focusName: 'InvoiceDetailId', name: 'invoice_detail_id', type: 'string' },
  { focusName: 'InvoiceId', name: 'invoice_id', type: 'string' },
  {
    focusName: 'InvoiceIssuerName',
    name: 'invoice_issuer_name',
    type: 'string',
  },
  { focusName: 'ListCost', name: 'list_cost', type: 'decimal' },
  { focusName: 'ListUnitPrice', name: 'list_unit_price', type: 'decimal' },
  { focusName: 'PricingCategory', name: 'pricing_category', type: 'string' },
  { focusName: 'PricingCurrency', name: 'pricing_currency', type: 'string' },
  {
    focusName: 'PricingCurrencyContractedUnitPrice',
    name: 'pricing_currency_contracted_unit_price',
    type: 'decimal',
  },
  {
    focusName: 'PricingCurrencyEffectiveCost',
    name: 'pricing_currency_effective_cost',
    type: 'decimal',
  },
  {
    focusName: 'PricingCurrencyListUnitPrice',
    name: 'pricing_currency_list_unit_price',
    type: 'decimal',
  },
  { focusName: 'PricingQuantity', name: 'pricing_quantity', type: 'decimal' },
  { focusName: 'PricingUnit', name: 'pricing_unit', type: 'string' },
  { focusName: 'RegionId', name: 'region_id', type: 'string' },
  { focusName: 'RegionName', name: 'region_name', type: 'string' },
  { focusName: 'ResourceId', name: 'resource_id', type: 'string' },
  { focusName: 'ResourceName', name: 'resource_name', type: 'string' },
  { focusName: 'ResourceType', name: 'resource_type', type: 'string' },
  { focusName: 'ServiceCategory', name: 'service_category', type: 'string' },
  { focusName: 'ServiceName', name: 'service_name', type: 'string' },
  {
    focusName: 'ServiceProviderName',
    name: 'service_provider_name',
    type: 'string',
  },
  {
    focusName: 'ServiceSubcategory',
    name: 'service_subcategory',
    type: 'string',
  },
  { focusName: 'SkuId', name: 'sku_id', type: 'string' },
  { focusName: 'SkuMeter', name: 'sku_meter', type: 'string' },
  { focusName: 'SkuPriceDetails', name: 'sku_price_details', type: 'json' },
  { focusName: 'SkuPriceId', name: 'sku_price_id', type: 'string' },
  { focusName: 'SubAccountId', name: 'sub_account_id', type: 'string' },
  { focusName: 'SubAccountName', name: 'sub_account_name', type: 'string' },
  { focusName: 'SubAccountType', name: 'sub_account_type', type: 'string' },
  { focusName: 'Tags', name: 'tags', type: 'json' },
] as const satisfies readonly ChargeColumn[];

/** The name of a column, as FOCUS writes it. */
export type FocusColumnName = (typeof CHARGE_COLUMNS)[number]['focusName'];
/** The name of a column, as our tables write it. */
export type ChargeColumnName = (typeof CHARGE_COLUMNS)[number]['name'];
