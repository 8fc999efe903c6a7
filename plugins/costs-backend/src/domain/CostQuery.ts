import { InputError } from '@backstage/errors';
import type { CostsComponents } from '@freehold/plugin-costs-common';
import {
  ROLLUPS,
  type Rollup,
  type RollupName,
} from '../database/rollupColumns';
import {
  isTagDimension,
  parseTagDimension,
  tagColumn,
  valueSeparatorOf,
  type TagDimension,
} from './tagDimension';

export type Metric = CostsComponents['schemas']['Metric'];
export type Dimension = CostsComponents['schemas']['Dimension'];
/** What charges can be told apart by: a column, or a tag that they have. */
export type AnyDimension = Dimension | TagDimension;
export type Granularity = 'day' | 'month' | 'total';

/** Dimension → values that are alternatives; '' stands for none. */
export type CostFilters = ReadonlyMap<AnyDimension, readonly string[]>;

/** Which charges are asked about. */
export interface CostRange {
  /** First day, UTC. */
  from: string;
  /** The day after the last one, UTC. */
  to: string;
  filters: CostFilters;
}

/** Sums that are asked for. */
export interface CostQuery extends CostRange {
  metric: Metric;
  groupBy?: AnyDimension;
  granularity: Granularity;
  /** So many values of the dimension are told apart. */
  top: number;
}

/** Column of each dimension, in every table that has it. */
export const DIMENSION_COLUMNS: Record<Dimension, string> = {
  customer: 'tenant_id',
  site: 'site',
  team: 'team',
  cost_centre: 'cost_centre',
  project: 'project',
  service_provider_name: 'service_provider_name',
  service_category: 'service_category',
  service_name: 'service_name',
  sub_account_id: 'sub_account_id',
  region_id: 'region_id',
  charge_category: 'charge_category',
  pricing_category: 'pricing_category',
  commitment_discount_status: 'commitment_discount_status',
  allocation_method: 'allocation_method',
  resource_id: 'resource_id',
  resource_type: 'resource_type',
  invoice_id: 'invoice_id',
  sku_id: 'sku_id',
  source: 'source_id',
};

/** SQL for the value of a dimension, with the values of its question marks. */
export function columnOf(dimension: AnyDimension): {
  sql: string;
  bindings: string[];
} {
  return isTagDimension(dimension)
    ? tagColumn(dimension)
    : { sql: DIMENSION_COLUMNS[dimension], bindings: [] };
}

/** Three years and a little, so that an answer stays one that people can read. */
const MOST_DAYS = 1_130;
const DAY = 24 * 60 * 60 * 1000;

/** The table that answers a query. */
export type CostTable = RollupName | 'charges';

/**
 * The smallest table that has the dimensions and the days of a query.
 *
 * @param isOfOneTenant - whether the charges of one tenant are asked about,
 *   which those of the whole business do not tell
 */
export function smallestTable(
  query: CostRange & Partial<Pick<CostQuery, 'groupBy' | 'granularity'>>,
  isOfOneTenant: boolean,
): CostTable {
  const { filters, from, granularity, groupBy, to } = query;
  const dimensions = [...filters.keys(), ...(groupBy ? [groupBy] : [])];
  const isOfMonths =
    granularity !== 'day' && from.endsWith('-01') && to.endsWith('-01');
  const has = (rollup: Rollup) =>
    (isOfMonths || rollup.period === 'day') &&
    (rollup.isByTenant || !isOfOneTenant) &&
    dimensions.every(dimension => isIn(rollup, dimension));
  const names = Object.keys(ROLLUPS) as RollupName[];
  return names.find(name => has(ROLLUPS[name])) ?? 'charges';
}

function isIn(
  { dimensions, isByTenant }: Rollup,
  dimension: AnyDimension,
): boolean {
  if (isTagDimension(dimension)) {
    return false;
  }
  const column = DIMENSION_COLUMNS[dimension];
  return (
    column === 'source_id' ||
    (column === 'tenant_id' && isByTenant) ||
    dimensions.includes(column)
  );
}

/**
 * @throws InputError about days that there are not, or a range that ends before
 *   it begins or is too long
 */
export function assertRange({
  from,
  to,
}: Pick<CostRange, 'from' | 'to'>): void {
  const days = (parseDay(to) - parseDay(from)) / DAY;
  if (days <= 0) {
    throw new InputError(
      `The range ends before it begins: 'to' (${to}) is the day after the last one and must be after 'from' (${from}).`,
    );
  }
  if (days > MOST_DAYS) {
    throw new InputError(
      `The range is ${days} days long. Ask for ${MOST_DAYS} days at most.`,
    );
  }
}

/** @throws InputError about a day that there is not */
export function assertDay(day: string): void {
  parseDay(day);
}

function parseDay(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  if (
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== day ||
    day < '1970'
  ) {
    throw new InputError(`There is no day '${day}'. Write it as 2026-09-30.`);
  }
  return date.getTime();
}

/**
 * Reads `dimension:value` filters.
 *
 * @throws InputError that names the dimensions there are
 */
export function parseFilters(texts: readonly string[] = []): CostFilters {
  const filters = new Map<AnyDimension, string[]>();
  for (const text of texts) {
    const at = valueSeparatorOf(text);
    if (at === -1) {
      throw new InputError(
        `'${text}' has no value to filter by. Write <dimension>:<value>, or tag:<key>:<value>.`,
      );
    }
    const dimension = parseDimension(text.slice(0, at));
    const values = filters.get(dimension) ?? [];
    filters.set(dimension, [...values, text.slice(at + 1)]);
  }
  return filters;
}

/**
 * Reads the name of a dimension.
 *
 * @throws InputError that names the dimensions there are
 */
export function parseDimension(text: string): AnyDimension {
  if (isTagDimension(text)) {
    return parseTagDimension(text);
  }
  if (!Object.hasOwn(DIMENSION_COLUMNS, text)) {
    throw new InputError(
      `There is no dimension '${text}'. There are: ${Object.keys(DIMENSION_COLUMNS).join(', ')}, and tag:<key>.`,
    );
  }
  return text as Dimension;
}
