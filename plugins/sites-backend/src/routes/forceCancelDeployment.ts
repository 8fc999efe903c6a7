import { deploymentRescuePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function forceCancelDeployment(
  api: SitesRouter,
  { httpAuth, access, control }: RouteContext,
): void {
  api.post(
    '/customers/:customer/deployments/:deployment/force-cancel',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(credentials, deploymentRescuePermission, customer);
      const changed = await control.forceCancel(customer, deployment, {
        by: nameOfCaller(credentials),
        reason: req.body.reason,
      });
      res.status(202).json(toDeploymentReply(changed));
    },
  );
}
