import { useApi } from '@backstage/frontend-plugin-api';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import { searchApiRef } from '@backstage/plugin-search-react';
import useSWR from 'swr';
import { hitKinds } from '../hits';

const PAGE_LIMIT = 20;

/** One page of what the reader may see; nothing while there is no term. */
export function useSearch(query: {
  term: string;
  kind?: keyof typeof hitKinds;
  cursor?: string;
}): {
  value?: SearchResultSet;
  error?: Error;
  isLoading: boolean;
  retry: () => void;
} {
  const api = useApi(searchApiRef);
  const { kind, cursor } = query;
  const term = query.term.trim();
  const { data, error, isLoading, mutate } = useSWR(
    term ? ['search', term, kind, cursor] : null,
    () =>
      api.query({
        term,
        filters: kind ? { kind: hitKinds[kind] } : undefined,
        pageLimit: PAGE_LIMIT,
        pageCursor: cursor,
      }),
    { keepPreviousData: true, revalidateOnFocus: false },
  );
  return {
    value: term ? data : undefined,
    error,
    isLoading,
    retry: () => mutate(),
  };
}
