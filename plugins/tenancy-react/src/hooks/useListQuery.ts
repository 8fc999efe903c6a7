import type { SortDescriptor } from '@backstage/ui';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Where a list stands. All of it is in the address, so that back works. */
export interface ListQuery<Filter extends string> {
  search: string;
  /** A field, with a leading hyphen for descending. */
  sort: string;
  offset: number;
  limit: number;
  filters: Partial<Record<Filter, string>>;
}

export interface ListQueryState<Filter extends string> {
  query: ListQuery<Filter>;
  /** Whether a search or a filter narrows the list. */
  isNarrowed: boolean;
  setSearch(search: string): void;
  setFilter(filter: Filter, value: string | undefined): void;
  setSort(descriptor: SortDescriptor): void;
  setOffset(offset: number): void;
  setLimit(limit: number): void;
  clear(): void;
  sortDescriptor: SortDescriptor;
}

/**
 * Reads and writes a list's search, filters, sort and page in the address.
 * Changing what is listed goes back to the first page; turning pages makes a
 * history entry, typing does not.
 */
export function useListQuery<Filter extends string>(options: {
  filters: readonly Filter[];
  defaultSort: string;
  defaultLimit?: number;
}): ListQueryState<Filter> {
  const { filters, defaultSort, defaultLimit = 20 } = options;
  const [params, setParams] = useSearchParams();

  const query = useMemo(
    () => readQuery(params, filters, defaultSort, defaultLimit),
    [params, filters, defaultSort, defaultLimit],
  );

  const change = useCallback(
    (changes: Record<string, string | undefined>, replace: boolean) => {
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace },
      );
    },
    [setParams],
  );

  return {
    query,
    isNarrowed:
      query.search !== '' || Object.values(query.filters).some(Boolean),
    sortDescriptor: {
      column: query.sort.replace(/^-/, ''),
      direction: query.sort.startsWith('-') ? 'descending' : 'ascending',
    },
    setSearch: search => change({ search, offset: undefined }, true),
    setFilter: (filter, value) =>
      change({ [filter]: value, offset: undefined }, false),
    setSort: ({ column, direction }) =>
      change(
        {
          sort: `${direction === 'descending' ? '-' : ''}${column}`,
          offset: undefined,
        },
        false,
      ),
    setOffset: offset =>
      change({ offset: offset > 0 ? String(offset) : undefined }, false),
    setLimit: limit =>
      change({ limit: String(limit), offset: undefined }, false),
    clear: () =>
      change(
        {
          search: undefined,
          offset: undefined,
          ...Object.fromEntries(filters.map(filter => [filter, undefined])),
        },
        false,
      ),
  };
}

function readQuery<Filter extends string>(
  params: URLSearchParams,
  filters: readonly Filter[],
  defaultSort: string,
  defaultLimit: number,
): ListQuery<Filter> {
  const values: Partial<Record<Filter, string>> = {};
  for (const filter of filters) {
    values[filter] = params.get(filter) ?? undefined;
  }
  return {
    search: params.get('search') ?? '',
    sort: params.get('sort') ?? defaultSort,
    offset: readCount(params.get('offset'), 0),
    limit: Math.min(readCount(params.get('limit'), defaultLimit), 200),
    filters: values,
  };
}

function readCount(text: string | null, otherwise: number): number {
  const count = Number(text ?? NaN);
  return Number.isInteger(count) && count >= 0 ? count : otherwise;
}
