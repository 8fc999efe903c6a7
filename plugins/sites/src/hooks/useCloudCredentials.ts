import { useApi } from '@backstage/frontend-plugin-api';
import { sitesApiRef } from '../api';
import { useLoaded } from './useLoaded';

/** How runs of a tenant sign in to clouds. */
export function useCloudCredentials(tenant: string) {
  const api = useApi(sitesApiRef);
  return useLoaded({
    key: ['cloud-credentials', tenant],
    load: () => api.getCloudCredentials(tenant),
  });
}
