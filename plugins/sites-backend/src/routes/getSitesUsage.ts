import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getSitesUsage(
  api: SitesRouter,
  { httpAuth, access, allowances }: RouteContext,
): void {
  api.get('/customers/:customer/usage', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, siteReadPermission, customer);
    res.status(200).json(await allowances.getSitesUsage(customer));
  });
}
