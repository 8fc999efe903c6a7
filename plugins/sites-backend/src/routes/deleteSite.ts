import { siteDeletePermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply, toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function deleteSite(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.delete('/customers/:customer/sites/:site', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, siteDeletePermission, customer);
    const changed = await sites.deleteSite(customer, site, {
      by: nameOfCaller(credentials),
    });
    res.status(202).json({
      site: toSiteReply(changed.site),
      deployment: toDeploymentReply(changed.deployment),
    });
  });
}
