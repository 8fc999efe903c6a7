import { siteDeletePermission } from '@freehold/plugin-sites-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS, nameOfCaller } from './callers';
import { toDeploymentReply, toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function deleteSite(
  api: SitesRouter,
  { httpAuth, auditor, access, sites }: RouteContext,
): void {
  api.delete('/customers/:customer/sites/:site', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    const changed = await audited(
      auditor,
      { eventId: 'site-delete', request: req, meta: { customer, site } },
      async () => {
        await access.authorize(credentials, siteDeletePermission, customer);
        return sites.deleteSite(customer, site, {
          by: nameOfCaller(credentials),
        });
      },
    );
    res.status(202).json({
      site: toSiteReply(changed.site),
      deployment: toDeploymentReply(changed.deployment),
    });
  });
}
