import { siteSuspendPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function resumeSite(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.post('/customers/:customer/sites/:site/resume', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, siteSuspendPermission, customer);
    const changed = await sites.resumeSite(customer, site, {
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toSiteReply(changed));
  });
}
