import { deploymentControlPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function reconcileDrift(
  api: SitesRouter,
  { httpAuth, access, driftDecisions }: RouteContext,
): void {
  api.post(
    '/customers/:customer/sites/:site/drift/reconcile',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, site } = req.params;
      await access.authorize(
        credentials,
        deploymentControlPermission,
        customer,
      );
      const deployment = await driftDecisions.reconcileDrift(customer, site, {
        by: nameOfCaller(credentials),
      });
      res.status(202).json(toDeploymentReply(deployment));
    },
  );
}
