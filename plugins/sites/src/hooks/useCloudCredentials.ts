import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef } from '../api';

/** How runs of a tenant sign in to clouds. */
export function useCloudCredentials(tenant: string) {
  const api = useApi(sitesApiRef);
  return useLoaded({
    key: ['sites', 'cloud-credentials', tenant],
    load: () => api.getCloudCredentials(tenant),
  });
}
