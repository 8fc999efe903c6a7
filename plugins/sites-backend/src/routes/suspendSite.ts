import { siteSuspendPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function suspendSite(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.post('/customers/:customer/sites/:site/suspend', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, siteSuspendPermission, customer);
    const changed = await sites.suspendSite(customer, site, {
      reason: req.body.reason,
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toSiteReply(changed));
  });
}
