import { deploymentApprovePermission } from '@freehold/plugin-sites-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS, nameOfCaller } from './callers';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function rejectDeployment(
  api: SitesRouter,
  { httpAuth, auditor, access, control }: RouteContext,
): void {
  api.post(
    '/customers/:customer/deployments/:deployment/reject',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      const changed = await audited(
        auditor,
        {
          eventId: 'deployment-reject',
          request: req,
          meta: { customer, deployment },
        },
        async () => {
          await access.authorize(
            credentials,
            deploymentApprovePermission,
            customer,
          );
          return control.reject(customer, deployment, {
            by: nameOfCaller(credentials),
            reason: req.body.reason,
          });
        },
      );
      res.status(200).json(toDeploymentReply(changed));
    },
  );
}
