import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** Why the reader may or may not do something; nothing while none is chosen. */
export function useAccess(
  action: string | undefined,
  object: string | undefined,
) {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(
    async () => (action ? api.explainAccess(action, object) : undefined),
    [api, action, object],
  );
}
