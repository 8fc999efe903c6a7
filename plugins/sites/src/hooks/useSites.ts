import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type PageOf, type Site, type SitesQuery } from '../api';
import { isSiteMoving } from './useSite';

const MOVING_MS = 3_000;
const RESTING_MS = 30_000;

/** One page of the sites that the reader may see. */
export function useSites(query: SitesQuery) {
  const api = useApi(sitesApiRef);
  return useLoaded<PageOf<Site>>({
    key: ['sites', 'list', query],
    load: () => api.listSites(query),
    refreshMs: page =>
      page?.items.some(isSiteMoving) ? MOVING_MS : RESTING_MS,
    keepPrevious: true,
  });
}
