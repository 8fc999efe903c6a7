import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type Summary } from '../api';

const REFRESH_MS = 15_000;

/** Totals of the sites and deployments that the reader may see. */
export function useSummary() {
  const api = useApi(sitesApiRef);
  return useLoaded<Summary>({
    key: ['sites', 'summary'],
    load: () => api.getSummary(),
    refreshMs: () => REFRESH_MS,
  });
}
