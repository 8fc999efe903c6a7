import { useApi } from '@backstage/frontend-plugin-api';
import { isFinal } from '@freehold/plugin-sites-common';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type DriftCheck, type PageOf, type Site } from '../api';

const MOVING_MS = 2_000;
const RESTING_MS = 30_000;

/** One page of the drift checks of a site, newest first. */
export function useDriftChecks(
  { customer, siteId }: Pick<Site, 'customer' | 'siteId'>,
  query: { offset: number; limit: number },
) {
  const api = useApi(sitesApiRef);
  return useLoaded<PageOf<DriftCheck>>({
    key: ['sites', 'drift-checks', customer, siteId, query],
    load: () => api.listDriftChecks(customer, siteId, query),
    refreshMs: page =>
      page?.items.some(({ state }) => !isFinal(state)) ? MOVING_MS : RESTING_MS,
    keepPrevious: true,
  });
}
