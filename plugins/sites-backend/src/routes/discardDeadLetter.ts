import { deploymentRescuePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function discardDeadLetter(
  api: SitesRouter,
  { httpAuth, access, deadLetters }: RouteContext,
): void {
  api.post(
    '/customers/:customer/dead-letters/:deployment/discard',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, deployment } = req.params;
      await access.authorize(credentials, deploymentRescuePermission, customer);
      await deadLetters.discard(customer, deployment, {
        by: nameOfCaller(credentials),
        reason: req.body.reason,
      });
      res.status(204).end();
    },
  );
}
