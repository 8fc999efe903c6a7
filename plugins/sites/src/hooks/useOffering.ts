import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type Offering } from '../api';

/** What can be ordered where, and for how much. */
export function useOffering() {
  const api = useApi(sitesApiRef);
  return useLoaded<Offering>({
    key: ['sites', 'offering'],
    load: () => api.getOffering(),
  });
}

/**
 * The titles of a placement. Ids stand in where the offering no longer has
 * what was ordered.
 */
export function placementTitles(
  offering: Offering | undefined,
  placement: { cloud: string; region: string; size: string },
) {
  const cloud = offering?.clouds.find(({ id }) => id === placement.cloud);
  const region = cloud?.regions.find(({ id }) => id === placement.region);
  const size = cloud?.sizes.find(({ id }) => id === placement.size);
  return {
    cloud: cloud?.title ?? placement.cloud,
    region: region?.title ?? placement.region,
    size: size?.title ?? placement.size,
  };
}
