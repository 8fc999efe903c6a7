import type { CostsComponents } from '@freehold/plugin-costs-common';
import { Decimal } from 'decimal.js';

/** The sums of one currency; exact decimals. */
export interface CurrencySums {
  currency: string;
  monthToDate: string;
  lastMonth: string;
  lastMonthToDate: string;
  /** Nobody's yet. */
  unallocated: string;
  /** Of each charge without its sign, so that credits take nothing away. */
  absolute: string;
  absoluteAllocated: string;
  /** Usage, with what commitments left idle. */
  usageEffective: string;
  /** Usage, without it. */
  usageList: string;
  usedEffective: string;
  unusedEffective: string;
  usedList: string;
  eligibleList: string;
  /** Charges of usage whose list cost nobody told. */
  listUnknown: number;
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

/** Digits of a share: enough for a hundredth of a percent. */
const SHARE_PLACES = 6;

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
 * - utilisation = effective cost of Used / (Used + Unused)
 * - coverage = list cost of Used / list cost of eligible usage
 * - effective savings rate = 1 − effective cost of usage, idle commitments
 *   included / list cost of usage, idle commitments left out; unknown while the
 *   list cost of any of it is
 *
 * @param options.isForStaff - whether allocation is shown, which customers have
 *   no part in
 */
export function summarise(
  sums: CurrencySums,
  days: SummaryDays,
  options: { isForStaff: boolean; hasDays: boolean },
): CurrencySummary {
  const listIsKnown = sums.listUnknown === 0;
  const savings = listIsKnown
    ? share(
        new Decimal(sums.usageList).minus(sums.usageEffective),
        sums.usageList,
      )
    : null;
  const committed = new Decimal(sums.usedEffective).plus(sums.unusedEffective);
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
      allocationCoverage: share(sums.absoluteAllocated, sums.absolute),
    }),
    effectiveSavingsRate: savings,
    commitmentUtilisation: share(sums.usedEffective, committed),
    commitmentCoverage: listIsKnown
      ? share(sums.usedList, sums.eligibleList)
      : null,
  };
}

function share(part: Decimal.Value, whole: Decimal.Value): string | null {
  const of = new Decimal(whole);
  return of.isZero()
    ? null
    : new Decimal(part).div(of).toDecimalPlaces(SHARE_PLACES).toString();
}

/** To the cent: it is a guess. */
function atThisPace(amount: string, today: string): string {
  const [year, month, day] = today.split('-').map(part => parseInt(part, 10));
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Decimal(amount).times(daysOfMonth).div(day).toFixed(2);
}
