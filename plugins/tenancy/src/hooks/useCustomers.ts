import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef, type CustomersQuery } from '../api';

/** One page of customers. */
export function useCustomers(query: CustomersQuery) {
  const api = useApi(tenancyApiRef);
  const key = JSON.stringify(query);
  return useAsyncRetry(() => api.listCustomers(JSON.parse(key)), [api, key]);
}
