/** Days in UTC: the first one, and the one after the last. */
export interface DayRange {
  from: string;
  to: string;
}

/** Ranges with a name, which move on with the calendar. */
export const presets = [
  'this-month',
  'last-month',
  'last-30-days',
  'last-90-days',
  'last-12-months',
] as const;
export type Preset = (typeof presets)[number];

/** Whether a text names a range. */
export function isPreset(text: string | null): text is Preset {
  return presets.some(preset => preset === text);
}

/** The days that a name stands for, on the day it is. */
export function rangeOf(preset: Preset, today: string): DayRange {
  const month = monthOf(today);
  const tomorrow = addDays(today, 1);
  switch (preset) {
    case 'last-month':
      return { from: addMonths(month, -1), to: month };
    case 'last-30-days':
      return { from: addDays(today, -29), to: tomorrow };
    case 'last-90-days':
      return { from: addDays(today, -89), to: tomorrow };
    case 'last-12-months':
      return { from: addMonths(month, -11), to: addMonths(month, 1) };
    default:
      return { from: month, to: addMonths(month, 1) };
  }
}

/** The day it is in UTC, which costs are counted by. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** First day of the month of a day. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** So many days later; earlier when negative. */
export function addDays(day: string, count: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The first day of a month, so many months later. */
export function addMonths(month: string, count: number): string {
  const date = new Date(month);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** Every period of a range, so that one without costs is drawn as nothing. */
export function periodsOf(
  { from, to }: DayRange,
  granularity: 'day' | 'month',
): string[] {
  const periods: string[] = [];
  let period = granularity === 'month' ? monthOf(from) : from;
  while (period < to) {
    periods.push(period);
    period =
      granularity === 'month' ? addMonths(period, 1) : addDays(period, 1);
  }
  return periods;
}

/** The part of a range that one of its periods covers. */
export function within(
  range: DayRange,
  period: string,
  granularity: 'day' | 'month',
): DayRange {
  const end =
    granularity === 'month' ? addMonths(period, 1) : addDays(period, 1);
  return {
    from: period < range.from ? range.from : period,
    to: end > range.to ? range.to : end,
  };
}

/** Whether a range is a single day. */
export function isOneDay({ from, to }: DayRange): boolean {
  return addDays(from, 1) === to;
}
