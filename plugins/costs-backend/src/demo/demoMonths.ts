import type { DemoCustomer, DemoMonth } from './DemoMonth';
import type { DemoProvider } from './DemoProvider';

const MONTHS = 13;
const DAY = 24 * 3_600_000;
/** Days for which the rise has been going on: new enough to be asked about. */
const RISING_DAYS = 9;

/**
 * The months of a first start: this one up to yesterday, and the thirteen
 * before.
 */
export function demoMonths(
  provider: DemoProvider,
  customers: readonly DemoCustomer[],
  now: Date,
): DemoMonth[] {
  const until = now.toISOString().slice(0, 10);
  const riseFrom = new Date(now.getTime() - RISING_DAYS * DAY)
    .toISOString()
    .slice(0, 10);
  return Array.from({ length: MONTHS + 1 }, (_, index) => {
    const month = new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + index, 1),
    );
    return {
      provider,
      customers,
      month: month.toISOString().slice(0, 7),
      until,
      step: 'day' as const,
      riseFrom,
    };
  });
}
