import { addDays, addMonths, monthOf, type DayRange } from './DayRange';

/** What a view is compared with. */
export type Compare =
  { to: 'before' } | { to: 'last-year' } | { to: 'custom'; range: DayRange };

export const compareChoices = ['before', 'last-year', 'custom'] as const;

/** Two spans of days beside each other. */
export interface ComparedDays {
  /** Of the view, without the days that are still to come. */
  now: DayRange;
  before: DayRange;
}

/**
 * The days that a range is compared with. Whole months are compared with whole
 * months; a range that is not over is compared with as much of the other.
 *
 * @param until - the last day that has charges
 */
export function comparedDays(
  range: DayRange,
  compare: Compare,
  until: string,
): ComparedDays {
  const now = upTo(range, addDays(until, 1));
  if (compare.to === 'custom') return { now, before: compare.range };
  const months = compare.to === 'last-year' ? 12 : wholeMonthsOf(range);
  return {
    now,
    before: months
      ? { from: monthsBefore(now.from, months), to: endBefore(now.to, months) }
      : daysBefore(now, daysOf(range)),
  };
}

/** How many days a range has. */
export function daysOf({ from, to }: DayRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function upTo(range: DayRange, end: string): DayRange {
  return end > range.from && end < range.to ? { ...range, to: end } : range;
}

/** How many months a range is; none when it is not of whole ones. */
function wholeMonthsOf({ from, to }: DayRange): number {
  if (monthOf(from) !== from || monthOf(to) !== to) return 0;
  const monthsOf = (day: string) =>
    parseInt(day.slice(0, 4), 10) * 12 + parseInt(day.slice(5, 7), 10);
  return monthsOf(to) - monthsOf(from);
}

function daysBefore({ from, to }: DayRange, count: number): DayRange {
  return { from: addDays(from, -count), to: addDays(to, -count) };
}

/** The same day some months before; the last of that month when it is shorter. */
function monthsBefore(day: string, months: number): string {
  const month = addMonths(monthOf(day), -months);
  const moved = addDays(month, dayOfMonth(day) - 1);
  return monthOf(moved) === month ? moved : addDays(addMonths(month, 1), -1);
}

/** The same end some months before; never later than that of its month. */
function endBefore(end: string, months: number): string {
  const month = addMonths(monthOf(end), -months);
  const moved = addDays(month, dayOfMonth(end) - 1);
  const limit = addMonths(month, 1);
  return moved < limit ? moved : limit;
}

function dayOfMonth(day: string): number {
  return parseInt(day.slice(8), 10);
}
