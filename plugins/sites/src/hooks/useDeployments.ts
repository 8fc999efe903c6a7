import { useApi } from '@backstage/frontend-plugin-api';
import { isFinal } from '@freehold/plugin-sites-common';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  sitesApiRef,
  type Deployment,
  type DeploymentsQuery,
  type PageOf,
} from '../api';

const MOVING_MS = 3_000;
const RESTING_MS = 20_000;

/** One page of deployments, newest first. */
export function useDeployments(query: DeploymentsQuery) {
  const api = useApi(sitesApiRef);
  return useLoaded<PageOf<Deployment>>({
    key: ['sites', 'deployments', query],
    load: () => api.listDeployments(query),
    refreshMs: page =>
      page?.items.some(({ state }) => !isFinal(state)) ? MOVING_MS : RESTING_MS,
    keepPrevious: true,
  });
}
