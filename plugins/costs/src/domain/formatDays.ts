import { addDays, addMonths, monthOf, type DayRange } from './DayRange';

/** Days of costs are days of UTC, wherever their reader is. */
const UTC = { timeZone: 'UTC' } as const;

/** A day as people write it: 3 November 2026. */
export function formatDay(day: string): string {
  return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day beside others of its range: 3 Nov. */
export function formatShortDay(day: string): string {
  return format(day, { day: 'numeric', month: 'short' });
}

/** A month by its first day: November 2026. */
export function formatMonth(month: string): string {
  return format(month, { month: 'long', year: 'numeric' });
}

/** A month beside others: Nov 2026. */
export function formatShortMonth(month: string): string {
  return format(month, { month: 'short', year: 'numeric' });
}

/** The name alone of the month of a day. */
export function formatMonthName(day: string): string {
  return format(day, { month: 'long' });
}

/** A range from its first to its last day; a whole month by its name. */
export function formatRange(range: DayRange): string {
  return isMonth(range) ? formatMonth(range.from) : formatDays(range, 'long');
}

/** A range above a column: 1 Dec 2025 – 21 Nov 2026. */
export function formatShortRange(range: DayRange): string {
  return isMonth(range)
    ? formatShortMonth(range.from)
    : formatDays(range, 'short');
}

function isMonth({ from, to }: DayRange): boolean {
  return from === monthOf(from) && to === addMonths(from, 1);
}

function formatDays({ from, to }: DayRange, month: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(undefined, {
    ...UTC,
    day: 'numeric',
    month,
    year: 'numeric',
  }).formatRange(new Date(from), new Date(addDays(to, -1)));
}

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { ...UTC, ...options }).format(
    new Date(day),
  );
}
