import { useApi } from '@backstage/frontend-plugin-api';
import { sitesApiRef, type StateHistory } from '../api';
import { useLoaded } from './useLoaded';

const REFRESH_MS = 15_000;

/** One page of the versions of a site's state, and its lock. */
export function useStates(
  customer: string,
  siteId: string,
  page: { offset: number; limit: number },
) {
  const api = useApi(sitesApiRef);
  return useLoaded<StateHistory>({
    key: ['states', customer, siteId, page],
    load: () => api.listStates(customer, siteId, page),
    refreshMs: () => REFRESH_MS,
    keepPrevious: true,
  });
}
