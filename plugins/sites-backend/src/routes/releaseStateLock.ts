import { stateChangePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function releaseStateLock(
  api: SitesRouter,
  { httpAuth, access, states }: RouteContext,
): void {
  api.post(
    '/customers/:customer/sites/:site/state-lock/release',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
      const { customer, site } = req.params;
      await access.authorize(credentials, stateChangePermission, customer);
      await states.releaseLock(customer, site, req.body);
      res.status(204).end();
    },
  );
}
