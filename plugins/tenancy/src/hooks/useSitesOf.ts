import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** The newest sites of a customer. */
export function useSitesOf(customer: string) {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(() => api.listSitesOf(customer), [api, customer]);
}
