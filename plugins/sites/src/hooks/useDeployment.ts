import { useApi } from '@backstage/frontend-plugin-api';
import { isFinal } from '@freehold/plugin-sites-common';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type Deployment } from '../api';

const MOVING_MS = 2_000;

/** A deployment, kept up to date until it is final. */
export function useDeployment(customer: string, deploymentId: string) {
  const api = useApi(sitesApiRef);
  return useLoaded<Deployment>({
    key: ['sites', 'deployment', customer, deploymentId],
    load: () => api.getDeployment(customer, deploymentId),
    refreshMs: deployment =>
      deployment && isFinal(deployment.state) ? 0 : MOVING_MS,
  });
}
