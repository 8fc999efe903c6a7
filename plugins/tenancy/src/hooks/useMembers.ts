import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef, type MembersQuery } from '../api';

/** One page of a customer's members. */
export function useMembers(customer: string, query: MembersQuery) {
  const api = useApi(tenancyApiRef);
  const key = JSON.stringify(query);
  return useAsyncRetry(
    () => api.listMembers(customer, JSON.parse(key)),
    [api, customer, key],
  );
}
