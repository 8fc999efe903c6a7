import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type DeadLetter, type PageOf } from '../api';

const REFRESH_MS = 30_000;

/** One page of the deployments that were given up. */
export function useDeadLetters(page: { offset: number; limit: number }) {
  const api = useApi(sitesApiRef);
  return useLoaded<PageOf<DeadLetter>>({
    key: ['sites', 'dead-letters', page],
    load: () => api.listDeadLetters(page),
    refreshMs: () => REFRESH_MS,
    keepPrevious: true,
  });
}
