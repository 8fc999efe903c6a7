import { useApi } from '@backstage/frontend-plugin-api';
import useSWR from 'swr';
import { tenancyApiRef, type AuditQuery } from '../api';

/** One page of who did what. */
export function useAuditEvents(query: AuditQuery) {
  const api = useApi(tenancyApiRef);
  const { data, error, isValidating, mutate } = useSWR(
    ['audit-events', query],
    () => api.listAuditEvents(query),
    { shouldRetryOnError: false, keepPreviousData: true },
  );
  return {
    page: data,
    error: error as Error | undefined,
    loading: isValidating,
    retry: () => mutate(),
  };
}

/** What the last check of the trail found. */
export function useAuditHealth() {
  const api = useApi(tenancyApiRef);
  const { data } = useSWR('audit-health', () => api.getAuditHealth(), {
    shouldRetryOnError: false,
  });
  return data;
}
