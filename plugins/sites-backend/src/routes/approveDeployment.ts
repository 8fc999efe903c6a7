import { deploymentApprovePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function approveDeployment(
  api: SitesRouter,
  { httpAuth, access, control }: RouteContext,
): void {
  api.post(
    '/customers/:customer/deployments/:deployment/approve',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(
        credentials,
        deploymentApprovePermission,
        customer,
      );
      const changed = await control.approve(customer, deployment, {
        by: nameOfCaller(credentials),
        planHash: req.body.planHash,
      });
      res.status(200).json(toDeploymentReply(changed));
    },
  );
}
