import type { Dimension, Metric, Prices } from '../api';
import { compareChoices, type Compare } from './comparing';
import {
  isTagDimension,
  valueSeparatorOf,
  type AnyDimension,
} from './tagDimension';
import { isPreset, rangeOf, type DayRange, type Preset } from './DayRange';

/** What the dashboard shows. All of it is in the address. */
export interface CostsView {
  /** The name of the range; absent when its days were chosen. */
  preset?: Preset;
  range: DayRange;
  metric: Metric;
  granularity: Granularity;
  /** What the bars of the trend are stacked by. */
  stack: AnyDimension;
  /** What the table tells apart. */
  groupBy: AnyDimension;
  filters: Filter[];
  /** Shown of several; the first when absent. */
  currency?: string;
  /** What is shown beside. */
  compare?: Compare;
}

/** What one bar of the trend stands for. */
export type Granularity = 'day' | 'month';

/** One value that a dimension is narrowed to; empty means that there is none. */
export interface Filter {
  dimension: AnyDimension;
  value: string;
}

export const metrics: readonly Metric[] = [
  'effective',
  'billed',
  'list',
  'contracted',
];

/** Who pays a mark-up is not told what the business pays. */
export function metricsFor(prices: Prices = 'purchase'): readonly Metric[] {
  return prices === 'purchase' ? metrics : ['effective', 'billed'];
}

/** In the order in which menus offer them. */
export const dimensions: readonly Dimension[] = [
  'customer',
  'site',
  'team',
  'cost_centre',
  'project',
  'service_provider_name',
  'service_category',
  'service_name',
  'sub_account_id',
  'region_id',
  'charge_category',
  'pricing_category',
  'commitment_discount_status',
  'allocation_method',
  'resource_id',
  'resource_type',
  'invoice_id',
  'sku_id',
  'source',
];

/** Dimensions whose values are the business's own matter. */
const staffDimensions: readonly Dimension[] = [
  'customer',
  'allocation_method',
  'source',
];

/** What the reader may group and narrow by. */
export function dimensionsFor(isStaff: boolean): readonly Dimension[] {
  return isStaff
    ? dimensions
    : dimensions.filter(dimension => !staffDimensions.includes(dimension));
}

/** What is shown when the address says nothing. */
export interface ViewDefaults {
  groupBy: Dimension;
  /** The day it is, in UTC. */
  today: string;
}

const DEFAULT_PRESET: Preset = 'this-month';
const DEFAULT_STACK: Dimension = 'service_category';

/** Reads a view from an address; what makes no sense there is left out. */
export function readView(
  params: URLSearchParams,
  defaults: ViewDefaults,
): CostsView {
  const chosen = readRange(params);
  const named = params.get('range');
  const preset =
    chosen === undefined
      ? (isPreset(named) && named) || DEFAULT_PRESET
      : undefined;
  const range = chosen ?? rangeOf(preset ?? DEFAULT_PRESET, defaults.today);
  return {
    preset,
    range,
    metric: oneOf(metrics, params.get('metric')) ?? 'effective',
    granularity:
      oneOf(['day', 'month'] as const, params.get('per')) ??
      granularityFor(range),
    stack: readDimension(params.get('stack')) ?? DEFAULT_STACK,
    groupBy: readDimension(params.get('by')) ?? defaults.groupBy,
    filters: params.getAll('filter').flatMap(text => readFilter(text) ?? []),
    currency: params.get('currency') ?? undefined,
    compare: readCompare(params),
  };
}

/** The address of a view, as short as it can be. */
export function writeView(
  view: CostsView,
  defaults: ViewDefaults,
): URLSearchParams {
  const params = new URLSearchParams();
  if (!view.preset) {
    params.set('from', view.range.from);
    params.set('to', view.range.to);
  } else if (view.preset !== DEFAULT_PRESET) {
    params.set('range', view.preset);
  }
  if (view.metric !== 'effective') params.set('metric', view.metric);
  if (view.granularity !== granularityFor(view.range)) {
    params.set('per', view.granularity);
  }
  if (view.stack !== DEFAULT_STACK) params.set('stack', view.stack);
  if (view.groupBy !== defaults.groupBy) params.set('by', view.groupBy);
  for (const filter of view.filters) {
    params.append('filter', writeFilter(filter));
  }
  if (view.currency) params.set('currency', view.currency);
  if (view.compare) params.set('vs', view.compare.to);
  if (view.compare?.to === 'custom') {
    params.set('vsFrom', view.compare.range.from);
    params.set('vsTo', view.compare.range.to);
  }
  return params;
}

/** A filter as the API takes it. */
export function writeFilter({ dimension, value }: Filter): string {
  return `${dimension}:${value}`;
}

/** The one value that a view is narrowed to in a dimension, if it is one. */
export function onlyValueOf(
  view: CostsView,
  dimension: Dimension,
): string | undefined {
  const values = view.filters.filter(it => it.dimension === dimension);
  return values.length === 1 ? values[0].value : undefined;
}

/**
 * The same view as far as the figures of this month can be narrowed: to one
 * customer and to one site.
 */
export function toSummaryView(view: CostsView): CostsView {
  const narrowing = (['customer', 'site'] as const).flatMap(dimension => {
    const value = onlyValueOf(view, dimension);
    return value === undefined ? [] : [{ dimension, value }];
  });
  return { ...view, filters: narrowing };
}

function readFilter(text: string): Filter | undefined {
  const colon = valueSeparatorOf(text);
  const dimension = readDimension(text.slice(0, colon));
  return dimension && { dimension, value: text.slice(colon + 1) };
}

function readDimension(text: string | null): AnyDimension | undefined {
  return text && isTagDimension(text) ? text : oneOf(dimensions, text);
}

function readCompare(params: URLSearchParams): Compare | undefined {
  const to = oneOf(compareChoices, params.get('vs'));
  if (to !== 'custom') return to && { to };
  const range = readRange(params, ['vsFrom', 'vsTo']);
  return range && { to, range };
}

function readRange(
  params: URLSearchParams,
  [first, end]: [string, string] = ['from', 'to'],
): DayRange | undefined {
  const [from, to] = [params.get(first) ?? '', params.get(end) ?? ''];
  const isDay = (text: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay(from) && isDay(to) && from < to ? { from, to } : undefined;
}

/** More days than these are not told apart as bars. */
const MOST_DAYS = 92;

function granularityFor({ from, to }: DayRange): Granularity {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days > MOST_DAYS ? 'month' : 'day';
}

function oneOf<Value extends string>(
  values: readonly Value[],
  text: string | null,
): Value | undefined {
  return values.find(value => value === text);
}
