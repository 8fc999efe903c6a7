import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listSiteIds(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.get('/site-ids', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, siteReadPermission);
    res.status(200).json({ customers: await sites.listSiteIds(scope) });
  });
}
