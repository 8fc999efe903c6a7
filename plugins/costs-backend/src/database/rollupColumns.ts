/**
 * The dimensions that rollups keep: those that shrink. A provider bills a
 * resource by the hour, yet has few services, accounts and regions; names of
 * resources, SKUs and free tags would make a rollup as long as its charges.
 */
export const ROLLUP_DIMENSIONS = [
  'service_provider_name',
  'service_category',
  'service_name',
  'sub_account_id',
  'region_id',
  'charge_category',
  'pricing_category',
  'commitment_discount_status',
  'site',
  'team',
  'cost_centre',
  'project',
  'allocation_method',
] as const;

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
