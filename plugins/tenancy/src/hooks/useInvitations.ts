import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef } from '../api';

/** The invitations that wait; none where the reader does not manage members. */
export function useInvitations(tenant: string, canManage: boolean) {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(
    async () => (canManage ? api.listInvitations(tenant) : undefined),
    [api, tenant, canManage],
  );
}
