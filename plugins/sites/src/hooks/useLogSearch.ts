import { useApi } from '@backstage/frontend-plugin-api';
import useSWRInfinite from 'swr/infinite';
import { sitesApiRef, type FoundLogs } from '../api';

/** Logs that say something, page after page. */
export function useLogSearch(text: string, customer: string | undefined) {
  const api = useApi(sitesApiRef);
  const { data, error, isLoading, isValidating, size, setSize, mutate } =
    useSWRInfinite<FoundLogs, Error>(
      (index: number, previous: FoundLogs | null) =>
        text && (index === 0 || previous?.next)
          ? ['sites', 'log-search', text, customer, previous?.next]
          : null,
      ([, , , , before]: string[]) =>
        api.searchLogs({ text, customer, before }),
      {
        shouldRetryOnError: false,
        revalidateFirstPage: false,
        revalidateOnFocus: false,
      },
    );
  return {
    items: data?.flatMap(page => page.items),
    error: data ? undefined : error,
    loading: isLoading,
    loadingMore: isValidating && !isLoading,
    hasMore: Boolean(data?.at(-1)?.next),
    more: () => setSize(size + 1),
    refresh: () => mutate(),
  };
}
