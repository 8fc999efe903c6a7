import { InputError } from '@backstage/errors';

/**
 * Lets the first day of a billing period through, `2026-09-01`.
 *
 * @throws InputError about a day that there is not
 */
export function assertBillingPeriod(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== day ||
    day < '1970'
  ) {
    throw new InputError(
      `There is no billing period '${day}'. Name its first day, such as 2026-09-01.`,
    );
  }
  return day;
}
