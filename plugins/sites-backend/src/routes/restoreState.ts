import { stateChangePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toStateVersionReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function restoreState(
  api: SitesRouter,
  { httpAuth, access, states }: RouteContext,
): void {
  api.post(
    '/customers/:customer/sites/:site/states/:version/restore',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, site, version } = req.params;
      await access.authorize(credentials, stateChangePermission, customer);
      const restored = await states.restore(customer, site, version, {
        by: nameOfCaller(credentials),
        reason: req.body.reason,
      });
      res.status(201).json(toStateVersionReply(restored));
    },
  );
}
