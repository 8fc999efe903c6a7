import type { Site } from '../api';
import { useSitesPaths } from './useSitesPaths';

/**
 * Where a site is shown. Its catalog page is a second or three behind a new
 * order, so a site that was never deployed leads to its first deployment.
 */
export function useSiteLink(): (site: Site) => string {
  const paths = useSitesPaths();
  return site => {
    if (site.state === 'deleted') {
      return paths.siteById(site.customer, site.siteId);
    }
    if (site.state === 'ordered' && site.activeDeploymentId) {
      return paths.deployment(site.customer, site.activeDeploymentId);
    }
    return (
      paths.site(site.customer, site.name) ||
      paths.siteById(site.customer, site.siteId)
    );
  };
}
