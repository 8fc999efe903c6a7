import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** The change of the reader's own address that waits, if one does. */
export function useEmailChange() {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(() => api.getEmailChange(), [api]);
}
