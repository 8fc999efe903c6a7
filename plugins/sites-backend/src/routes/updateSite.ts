import { siteUpdatePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply, toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function updateSite(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.patch('/customers/:customer/sites/:site', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, siteUpdatePermission, customer);
    const changed = await sites.updateSite(customer, site, req.body, {
      by: nameOfCaller(credentials),
    });
    res.status(202).json({
      site: toSiteReply(changed.site),
      deployment: toDeploymentReply(changed.deployment),
    });
  });
}
