import { useApi } from '@backstage/frontend-plugin-api';
import useSWR from 'swr';
import { tenancyApiRef, type SitesUsage, type Usage } from '../api';

const REFRESH_MILLISECONDS = 10_000;

/** What a customer may use and has used, kept up to date. */
export function useUsage(customer: string): {
  value?: { usage: Usage; sites: SitesUsage };
  error?: Error;
  retry: () => void;
} {
  const api = useApi(tenancyApiRef);
  const { data, error, mutate } = useSWR(
    ['usage', customer],
    async () => {
      const [usage, sites] = await Promise.all([
        api.getUsage(customer),
        api.getSitesUsage(customer),
      ]);
      return { usage, sites };
    },
    { refreshInterval: REFRESH_MILLISECONDS },
  );
  return { value: data, error, retry: () => mutate() };
}
