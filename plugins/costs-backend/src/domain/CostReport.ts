import type { ComparedDays, ComparedSum } from './Comparison';
import type { AnyDimension, CostRange, Metric } from './CostQuery';

/** What a report is asked to be about. */
export interface ReportQuery extends CostRange {
  metric: Metric;
  /** What the rows tell apart. */
  groupBy: AnyDimension;
  /** What the bars over time are stacked by. */
  stack: AnyDimension;
  granularity: 'day' | 'month';
  /** The days that stand beside. */
  compared?: ComparedDays;
}

/** A sum of one period; exact decimals. */
export interface PeriodSum {
  period: string;
  name: string;
  isRest: boolean;
  currency: string;
  amount: string;
  charges: number;
}

/** A row of the breakdown, by the name that people know. */
export interface NamedSum extends ComparedSum {
  name: string;
}

/** Everything that a report tells; nothing in it has to be asked for any more. */
export interface CostReport {
  query: ReportQuery;
  /** Whose costs it is about. */
  whose: string;
  /** Filters in words, such as `Service: Compute`. */
  filters: string[];
  /** Of the range in all, one for each currency. */
  totals: ComparedSum[];
  /** By value; `before` is of the days that stand beside. */
  breakdown: NamedSum[];
  trend: PeriodSum[];
}
