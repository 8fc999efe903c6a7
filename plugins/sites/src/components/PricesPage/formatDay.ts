/** A day as prices are published for: one of UTC, in the reader's words. */
export function formatDay(instant: string): string {
  return new Date(instant).toLocaleDateString(undefined, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
}

/** Today as the API names days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
