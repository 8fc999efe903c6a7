import { deploymentControlPermission } from '@freehold/plugin-sites-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS, nameOfCaller } from './callers';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function retryDeployment(
  api: SitesRouter,
  { httpAuth, auditor, access, control }: RouteContext,
): void {
  api.post(
    '/customers/:customer/deployments/:deployment/retry',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      const changed = await audited(
        auditor,
        {
          eventId: 'deployment-retry',
          request: req,
          meta: { customer, deployment },
        },
        async () => {
          await access.authorize(
            credentials,
            deploymentControlPermission,
            customer,
          );
          return control.retry(customer, deployment, {
            by: nameOfCaller(credentials),
          });
        },
      );
      res.status(202).json(toDeploymentReply(changed));
    },
  );
}
