import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** One page of those who viewed as a customer. */
export function useViewings(
  customer: string,
  page: { offset: number; limit: number },
) {
  const api = useApi(tenancyApiRef);
  const { offset, limit } = page;
  return useAsyncRetry(
    () => api.listViewings(customer, { offset, limit }),
    [api, customer, offset, limit],
  );
}
