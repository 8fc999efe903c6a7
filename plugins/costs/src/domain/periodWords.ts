import type { Granularity } from './CostsView';
import {
  formatDay,
  formatMonth,
  formatShortDay,
  formatShortMonth,
} from './formatDays';

/** How periods are written: short beside each other, long alone. */
export function periodWordsOf(granularity: Granularity) {
  return granularity === 'month'
    ? { short: formatShortMonth, long: formatMonth }
    : { short: formatShortDay, long: formatDay };
}
