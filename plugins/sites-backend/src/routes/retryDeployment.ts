import { deploymentControlPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function retryDeployment(
  api: SitesRouter,
  { httpAuth, access, control }: RouteContext,
): void {
  api.post(
    '/customers/:customer/deployments/:deployment/retry',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(
        credentials,
        deploymentControlPermission,
        customer,
      );
      const changed = await control.retry(customer, deployment, {
        by: nameOfCaller(credentials),
      });
      res.status(202).json(toDeploymentReply(changed));
    },
  );
}
