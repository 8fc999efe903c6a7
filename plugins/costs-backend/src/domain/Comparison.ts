import type { AnyDimension, CostQuery, CostRange, Metric } from './CostQuery';

/** The days that others are compared with: the first, and the one after the last. */
export interface ComparedDays {
  from: string;
  to: string;
}

/** What two spans of days cost beside each other. */
export interface ComparedRange extends CostRange {
  compared: ComparedDays;
  metric: Metric;
}

/** What is told apart of two spans. */
export interface ComparisonQuery extends ComparedRange {
  groupBy?: AnyDimension;
  /** So many values are told apart. */
  top: number;
  /** Those that cost most in either span, or those that changed most. */
  first: 'dearest' | 'most-changed';
}

/** One value in both spans; exact decimals. */
export interface ComparedSum {
  /** Null where charges have no value of the dimension. */
  value?: string | null;
  isRest: boolean;
  currency: string;
  amount: string;
  before: string;
  difference: string;
  /** Of the amount before; null when that is not above nothing. */
  change: string | null;
  charges: number;
  chargesBefore: number;
  /** How many charges of either span have no such cost. */
  unknown: number;
}

/** The query of each of the spans. */
export function spansOf(query: ComparisonQuery): {
  now: CostQuery;
  before: CostQuery;
} {
  const { compared, filters, from, groupBy, metric, to, top } = query;
  const asked = {
    filters,
    groupBy,
    metric,
    top,
    granularity: 'total',
  } as const;
  return { now: { ...asked, from, to }, before: { ...asked, ...compared } };
}
