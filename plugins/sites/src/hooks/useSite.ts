import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type Site } from '../api';

const MOVING_MS = 2_000;
const RESTING_MS = 20_000;

/** Whether a deployment of the site is under way. */
export function isSiteMoving(site: Site): boolean {
  return site.activeDeploymentId !== undefined;
}

/** A site, kept up to date while it is shown. */
export function useSite(
  customer: string | undefined,
  siteId: string | undefined,
) {
  const api = useApi(sitesApiRef);
  return useLoaded<Site>({
    key: customer && siteId ? ['sites', 'site', customer, siteId] : undefined,
    load: () => api.getSite(customer!, siteId!),
    refreshMs: site => (site && isSiteMoving(site) ? MOVING_MS : RESTING_MS),
  });
}
