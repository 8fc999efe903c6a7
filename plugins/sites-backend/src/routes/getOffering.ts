import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getOffering(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.get('/offering', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.scopeOf(credentials, siteReadPermission);
    res.status(200).json(await prices.getOffering());
  });
}
