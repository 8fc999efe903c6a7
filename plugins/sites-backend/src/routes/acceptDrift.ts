import { driftAcceptPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function acceptDrift(
  api: SitesRouter,
  { httpAuth, access, driftDecisions }: RouteContext,
): void {
  api.post(
    '/customers/:customer/sites/:site/drift/accept',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, site } = req.params;
      await access.authorize(credentials, driftAcceptPermission, customer);
      const deployment = await driftDecisions.acceptDrift(customer, site, {
        by: nameOfCaller(credentials),
        planHash: req.body.planHash,
      });
      res.status(202).json(toDeploymentReply(deployment));
    },
  );
}
