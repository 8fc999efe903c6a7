import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { LinkClient } from '../session';

/** The client for mailed links, for components outside of a session. */
export function useLinkClient(): LinkClient {
  const discoveryApi = useApi(discoveryApiRef);
  return useMemo(
    () => new LinkClient(() => discoveryApi.getBaseUrl('tenancy')),
    [discoveryApi],
  );
}
