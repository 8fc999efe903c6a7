/** What the business as a whole is told apart by: few values, however many customers. */
const BUSINESS_DIMENSIONS = [
  'service_provider_name',
  'service_category',
  'service_name',
  'region_id',
  'charge_category',
  'pricing_category',
  'commitment_discount_status',
  'allocation_method',
] as const;

/**
 * The dimensions that days shrink: a provider bills a resource by the hour, yet
 * has few services, accounts and regions. Free tags would make a rollup as long
 * as its charges.
 */
export const ROLLUP_DIMENSIONS = [
  ...BUSINESS_DIMENSIONS,
  'sub_account_id',
  'site',
  'team',
  'cost_centre',
  'project',
] as const;

/** What only months shrink: there are many resources, each of many hours. */
const RESOURCE_DIMENSIONS = [
  ...ROLLUP_DIMENSIONS,
  'resource_id',
  'resource_type',
  'invoice_id',
  'sku_id',
] as const;

/** Sums of charges, and what they are told apart by. */
export interface Rollup {
  table: string;
  /** The column that says of when a row is. */
  period: 'day' | 'month';
  /** Whether it has the rows of each tenant, or those of all as the business's own. */
  isByTenant: boolean;
  dimensions: readonly string[];
}

/** By the name that answers give them, the smallest first. */
export const ROLLUPS = {
  'business-monthly': {
    table: 'monthly_business_costs',
    period: 'month',
    isByTenant: false,
    dimensions: BUSINESS_DIMENSIONS,
  },
  'business-daily': {
    table: 'daily_business_costs',
    period: 'day',
    isByTenant: false,
    dimensions: BUSINESS_DIMENSIONS,
  },
  monthly: {
    table: 'monthly_costs',
    period: 'month',
    isByTenant: true,
    dimensions: ROLLUP_DIMENSIONS,
  },
  'customer-daily': {
    table: 'daily_customer_costs',
    period: 'day',
    isByTenant: true,
    dimensions: [],
  },
  'resource-monthly': {
    table: 'monthly_resource_costs',
    period: 'month',
    isByTenant: true,
    dimensions: RESOURCE_DIMENSIONS,
  },
  daily: {
    table: 'daily_costs',
    period: 'day',
    isByTenant: true,
    dimensions: ROLLUP_DIMENSIONS,
  },
} as const satisfies Record<string, Rollup>;

export type RollupName = keyof typeof ROLLUPS;

/** The measures of a rollup, and how each is made of charges. */
export const ROLLUP_MEASURES = {
  billed: 'sum(billed_cost)',
  effective: 'coalesce(sum(effective_cost), 0)',
  list: 'coalesce(sum(list_cost), 0)',
  contracted: 'coalesce(sum(contracted_cost), 0)',
  // Of each charge, so that credits take nothing away from a share of cost.
  effective_absolute: 'coalesce(sum(abs(effective_cost)), 0)',
  effective_without_list:
    'coalesce(sum(effective_cost) filter (where list_cost is null), 0)',
  effective_unknown: 'count(*) - count(effective_cost)',
  list_unknown: 'count(*) - count(list_cost)',
  contracted_unknown: 'count(*) - count(contracted_cost)',
  charges: 'count(*)',
  // The parts of a split row are one.
  whole_charges: 'count(*) filter (where part <= 1)',
} as const;
