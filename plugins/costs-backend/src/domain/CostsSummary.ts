import type { CostsComponents } from '@freehold/plugin-costs-common';
import { Decimal } from 'decimal.js';
import { coverageOf, type CoverageSums } from '../allocation/coverage';
import type { CommitmentFigures } from '../commitments/commitmentFigures';

/** The sums of one currency; exact decimals. */
export interface CurrencySums {
  currency: string;
  monthToDate: string;
  lastMonth: string;
  lastMonthToDate: string;
  /** Nobody's yet. */
  unallocated: string;
  coverage: CoverageSums;
}

export type CostsSummary = CostsComponents['schemas']['CostsSummary'];
type CurrencySummary = CostsSummary['currencies'][number];

/** The days that a summary compares. */
export interface SummaryDays {
  /** First day of this month. */
  month: string;
  /** The day that the figures end with. */
  today: string;
  lastMonth: string;
  /** The last day of last month that this month has one like. */
  lastMonthToday: string;
}

/** The days of a summary that ends with a day, `2026-09-17`. */
export function daysUntil(today: string): SummaryDays {
  const [year, month, day] = today.split('-').map(part => parseInt(part, 10));
  const at = (monthIndex: number, dayOfMonth: number) =>
    new Date(Date.UTC(year, monthIndex, dayOfMonth)).toISOString().slice(0, 10);
  const lastDayOfLastMonth = at(month - 1, 0);
  const sameDay = at(month - 2, day);
  return {
    month: at(month - 1, 1),
    today,
    lastMonth: at(month - 2, 1),
    lastMonthToday: sameDay > lastDayOfLastMonth ? lastDayOfLastMonth : sameDay,
  };
}

/**
 * The figures of one currency.
 *
 * @param commitments - of the same currency, if there is usage in it
 * @param options.isForStaff - whether allocation is shown, which customers have
 *   no part in
 * @param options.hasDays - whether there are charges of this month
 */
export function summarise(
  sums: CurrencySums,
  commitments: CommitmentFigures | undefined,
  days: SummaryDays,
  options: { isForStaff: boolean; hasDays: boolean },
): CurrencySummary {
  const allocated = coverageOf(sums.coverage);
  return {
    currency: sums.currency,
    monthToDate: sums.monthToDate,
    atThisPace: options.hasDays
      ? atThisPace(sums.monthToDate, days.today)
      : null,
    lastMonth: sums.lastMonth,
    lastMonthToDate: sums.lastMonthToDate,
    ...(options.isForStaff && {
      unallocated: sums.unallocated,
      allocationCoverage: allocated.byCost,
      allocationCoverageByRows: allocated.byRows,
    }),
    effectiveSavingsRate: commitments?.effectiveSavingsRate ?? null,
    commitmentUtilisation: commitments?.utilisation ?? null,
    commitmentCoverage: commitments?.coverage ?? null,
  };
}

/** To the cent: it is a guess. */
function atThisPace(amount: string, today: string): string {
  const [year, month, day] = today.split('-').map(part => parseInt(part, 10));
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Decimal(amount).times(daysOfMonth).div(day).toFixed(2);
}
