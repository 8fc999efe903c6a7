import { siteOrderPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function checkSiteName(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.get('/customers/:customer/site-names/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, name } = req.params;
    await access.authorize(credentials, siteOrderPermission, customer);
    res.status(200).json(await sites.checkSiteName(customer, name));
  });
}
