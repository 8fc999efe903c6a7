import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import type { SalePrices } from '../domain/SalePrices';
import { pricedCost } from './pricedCost';

/** SQL of the day that a charge is for, in UTC. */
export const CHARGE_DAY = `(charge_period_start at time zone 'UTC')::date`;

/** Of what a charge tells, that which is about what was used, by whom, and when. */
const TOLD_TO_BUYERS: ReadonlySet<string> = new Set([
  'availability_zone',
  'billed_cost',
  'billing_currency',
  'billing_period_end',
  'billing_period_start',
  'charge_category',
  'charge_class',
  'charge_description',
  'charge_frequency',
  'charge_period_end',
  'charge_period_start',
  'consumed_quantity',
  'consumed_unit',
  'effective_cost',
  'host_provider_name',
  'region_id',
  'region_name',
  'resource_id',
  'resource_name',
  'resource_type',
  'service_category',
  'service_name',
  'service_provider_name',
  'service_subcategory',
  'sku_id',
  'sku_meter',
  'tags',
]);
const COSTS_OF_BUYERS: ReadonlySet<string> = new Set([
  'billed_cost',
  'effective_cost',
]);

/**
 * SQL of columns of charges as text: instants as ISO 8601, decimals with every
 * digit. Who pays other prices than the business is not told what the business
 * pays, to whom, and under which accounts and contracts.
 */
export function chargeColumns(
  names: readonly string[],
  prices: SalePrices | undefined,
): string {
  return names.map(name => columnOf(name, prices)).join(', ');
}

function columnOf(name: string, prices: SalePrices | undefined): string {
  if (prices && !TOLD_TO_BUYERS.has(name)) {
    return `null as ${name}`;
  }
  if (TIMESTAMPS.has(name)) {
    return `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${name}`;
  }
  return COSTS_OF_BUYERS.has(name)
    ? `(${pricedCost(name, CHARGE_DAY, prices)})::text as ${name}`
    : `${name}::text as ${name}`;
}

const TIMESTAMPS: ReadonlySet<string> = new Set(
  CHARGE_COLUMNS.filter(({ type }) => type === 'timestamp').map(
    ({ name }) => name,
  ),
);
