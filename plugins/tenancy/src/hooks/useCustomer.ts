import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** One customer. */
export function useCustomer(customer: string) {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(() => api.getCustomer(customer), [api, customer]);
}
