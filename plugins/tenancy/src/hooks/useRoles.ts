import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** Who may do what, as far as the reader is told. */
export function useRoles() {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(() => api.listRoles(), [api]);
}
