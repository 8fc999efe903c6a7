import useSWR from 'swr';

/** What was asked for, as pages need it: data, or why there is none yet. */
export interface Loaded<Data> {
  data?: Data;
  /** Set only while there is no data to show. */
  error?: Error;
  loading: boolean;
  /** Asks again now; resolves when the answer is shown. */
  refresh: () => Promise<unknown>;
}

/**
 * Asks for data, shares the answer between the parts of a page that ask for
 * the same key, and asks again after `refreshMs`. A failed repetition keeps
 * what is shown. Without a key nothing is asked.
 */
export function useLoaded<Data>(options: {
  key: readonly unknown[] | undefined;
  load: () => Promise<Data>;
  refreshMs?: (data: Data | undefined) => number;
  keepPrevious?: boolean;
}): Loaded<Data> {
  const { key, load, refreshMs, keepPrevious } = options;
  const { data, error, isLoading, mutate } = useSWR<Data, Error>(
    key ?? null,
    load,
    {
      refreshInterval: refreshMs ?? 0,
      keepPreviousData: keepPrevious,
      shouldRetryOnError: false,
    },
  );
  return {
    data,
    error: data === undefined ? error : undefined,
    loading: isLoading && data === undefined,
    refresh: mutate,
  };
}
