import type { ViewParameters } from '../api';

const NAMES = [
  'range',
  'from',
  'to',
  'metric',
  'per',
  'stack',
  'by',
  'currency',
  'vs',
  'vsFrom',
  'vsTo',
] as const satisfies readonly (keyof ViewParameters)[];

/** What an address says, as it is kept. */
export function toParameters(search: URLSearchParams): ViewParameters {
  const filter = search.getAll('filter');
  return {
    ...Object.fromEntries(
      NAMES.flatMap(name => {
        const value = search.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    ...(filter.length > 0 && { filter }),
  };
}

/** The address that was kept. */
export function toSearch({ filter = [], ...one }: ViewParameters): string {
  const search = new URLSearchParams(
    NAMES.flatMap(name => {
      const value = one[name];
      return value ? [[name, value]] : [];
    }),
  );
  for (const narrowing of filter) search.append('filter', narrowing);
  return search.toString();
}
