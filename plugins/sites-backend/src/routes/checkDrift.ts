import { deploymentControlPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDriftCheckReply } from './driftReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function checkDrift(
  api: SitesRouter,
  { httpAuth, access, driftChecks }: RouteContext,
): void {
  api.post(
    '/customers/:customer/sites/:site/drift-checks',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, site } = req.params;
      await access.authorize(
        credentials,
        deploymentControlPermission,
        customer,
      );
      const check = await driftChecks.checkDrift(customer, site, {
        by: nameOfCaller(credentials),
      });
      res.status(202).json(toDriftCheckReply(check));
    },
  );
}
