import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** What all sites of a customer cost a month, and may. */
export function useMonthlyCost(customer: string) {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(() => api.getMonthlyCost(customer), [api, customer]);
}
