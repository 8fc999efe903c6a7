import { useApi } from '@backstage/frontend-plugin-api';
import { sitesApiRef, type Summary } from '../api';
import { useLoaded } from './useLoaded';

const REFRESH_MS = 15_000;

/** Totals of the sites and deployments that the reader may see. */
export function useSummary() {
  const api = useApi(sitesApiRef);
  return useLoaded<Summary>({
    key: ['summary'],
    load: () => api.getSummary(),
    refreshMs: () => REFRESH_MS,
  });
}
