import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getSite(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.get('/customers/:customer/sites/:site', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, siteReadPermission, customer);
    res.status(200).json(toSiteReply(await sites.getSite(customer, site)));
  });
}
