import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type StateHistory } from '../api';

const REFRESH_MS = 15_000;

/** One page of the versions of a site's state, and its lock. */
export function useStates(
  customer: string,
  siteId: string,
  page: { offset: number; limit: number },
) {
  const api = useApi(sitesApiRef);
  return useLoaded<StateHistory>({
    key: ['sites', 'states', customer, siteId, page],
    load: () => api.listStates(customer, siteId, page),
    refreshMs: () => REFRESH_MS,
    keepPrevious: true,
  });
}
