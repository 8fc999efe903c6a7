import type { AnyDimension, Dimension, Metric } from './CostQuery';
import { isTagDimension, tagKeyOf } from './tagDimension';

const DIMENSION_WORDS: Record<Dimension, string> = {
  customer: 'Customer',
  site: 'Site',
  team: 'Team',
  cost_centre: 'Cost centre',
  project: 'Project',
  service_provider_name: 'Provider',
  service_category: 'Service category',
  service_name: 'Service',
  sub_account_id: 'Account',
  region_id: 'Region',
  charge_category: 'Kind of charge',
  pricing_category: 'Kind of price',
  commitment_discount_status: 'Commitment',
  allocation_method: 'Allocation',
  resource_id: 'Resource',
  resource_type: 'Resource type',
  invoice_id: 'Invoice',
  sku_id: 'SKU',
  source: 'Source',
};

/** What people call dimensions, metrics and days, in reports. */
export function dimensionWords(dimension: AnyDimension): string {
  return isTagDimension(dimension)
    ? `Tag ${tagKeyOf(dimension)}`
    : DIMENSION_WORDS[dimension];
}

/** The same within a sentence. */
export function dimensionWordsWithin(dimension: AnyDimension): string {
  return isTagDimension(dimension)
    ? `tag ${tagKeyOf(dimension)}`
    : DIMENSION_WORDS[dimension].toLowerCase();
}

export const METRIC_WORDS: Record<Metric, string> = {
  billed: 'Billed cost',
  effective: 'Effective cost',
  list: 'List cost',
  contracted: 'Contracted cost',
};

export const REST_WORDS = 'All others';

/** What stands for values that are not there. */
export function noneOf(dimension: AnyDimension): string {
  return isTagDimension(dimension)
    ? `Not tagged ${tagKeyOf(dimension)}`
    : `No ${dimensionWordsWithin(dimension)}`;
}

/** A day as people write it: 3 November 2026. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
  }).format(new Date(day));
}

/** A month by any day of it: November 2026. */
export function monthWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(new Date(day));
}

/** A range by its first and last day. */
export function rangeWords({ from, to }: { from: string; to: string }): string {
  const last = new Date(to);
  last.setUTCDate(last.getUTCDate() - 1);
  return `${dayWords(from)} to ${dayWords(last.toISOString())}`;
}

/** An amount with two digits, thousands apart; the exact one is said elsewhere. */
export function amountWords(amount: string): string {
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(amount as Intl.StringNumericLiteral);
}

/** An amount with every digit. */
export function exactWords(amount: string): string {
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 20,
  }).format(amount as Intl.StringNumericLiteral);
}

/** A change in percent with its sign; a dash where there is none to tell. */
export function changeWords(change: string | null): string {
  return change === null
    ? '–'
    : new Intl.NumberFormat('en-GB', {
        style: 'percent',
        maximumFractionDigits: 1,
        signDisplay: 'exceptZero',
      }).format(change as Intl.StringNumericLiteral);
}
