import {
  boundsOf,
  isWhole,
  type DemoCustomer,
  type DemoMonth,
} from './DemoMonth';
import type { DemoSku } from './DemoProvider';
import { writeAmount, writePrice, writeQuantity } from './exactUnits';
import { seedOf } from './quantities';

/** The columns of a demo file: those of FOCUS 1.2 that it has something to say in. */
export const DEMO_COLUMNS = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingAccountType',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountQuantity',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'CommitmentDiscountUnit',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingCurrency',
  'PricingCurrencyContractedUnitPrice',
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'ServiceSubcategory',
  'SkuId',
  'SkuMeter',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'SubAccountType',
  'Tags',
] as const;

/** A row of a demo file; a column that it leaves out is empty. */
export type DemoRow = { [name in (typeof DEMO_COLUMNS)[number]]?: string };

/** What all rows of a month have. */
export function rowOfMonth(plan: DemoMonth): DemoRow {
  const { account, currency, issuer, name } = plan.provider;
  const { start, end } = boundsOf(plan.month);
  return {
    BillingAccountId: account.id,
    BillingAccountName: account.name,
    BillingAccountType: 'Billing account',
    BillingCurrency: currency,
    BillingPeriodStart: writeInstant(start),
    BillingPeriodEnd: writeInstant(end),
    // The open month has no invoice yet.
    ...(isWhole(plan) && {
      InvoiceId: `${currency}-${plan.month.replace('-', '')}-0001`,
    }),
    InvoiceIssuerName: issuer,
    PricingCurrency: currency,
    ProviderName: name,
    PublisherName: name,
  };
}

/** What rows of a customer's account have. */
export function accountOf({ slug }: DemoCustomer): DemoRow {
  return {
    SubAccountId: String(100_000_000_000 + seedOf(`account of ${slug}`)),
    SubAccountName: `sites of ${slug}`,
    SubAccountType: 'Account',
  };
}

/** What rows of a SKU have. */
export function rowOfSku(
  sku: Pick<DemoSku, 'category' | 'id' | 'meter' | 'service' | 'subcategory'>,
): DemoRow {
  return {
    ServiceCategory: sku.category,
    ServiceName: sku.service,
    ServiceSubcategory: sku.subcategory,
    SkuId: sku.id,
    SkuMeter: sku.meter,
  };
}

/** Four costs, as whole units of their last digit. */
export interface Costs {
  billed: bigint;
  effective: bigint;
  list: bigint;
  contracted: bigint;
}

export function writeCosts(costs: Costs): DemoRow {
  const effective = writeAmount(costs.effective);
  return {
    BilledCost: writeAmount(costs.billed),
    EffectiveCost: effective,
    PricingCurrencyEffectiveCost: effective,
    ListCost: writeAmount(costs.list),
    ContractedCost: writeAmount(costs.contracted),
  };
}

/** The prices of one unit, and how many units there are. */
export function writePricing(
  unit: string,
  quantity: number,
  prices: { list: bigint; contracted: bigint },
): DemoRow {
  const list = writePrice(prices.list);
  const contracted = writePrice(prices.contracted);
  return {
    PricingUnit: unit,
    PricingQuantity: writeQuantity(quantity),
    ListUnitPrice: list,
    ContractedUnitPrice: contracted,
    PricingCurrencyListUnitPrice: list,
    PricingCurrencyContractedUnitPrice: contracted,
  };
}

export function writePeriod(period: { start: Date; end: Date }): DemoRow {
  return {
    ChargePeriodStart: writeInstant(period.start),
    ChargePeriodEnd: writeInstant(period.end),
  };
}

function writeInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
