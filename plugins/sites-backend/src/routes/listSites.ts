import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toSiteReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listSites(
  api: SitesRouter,
  { httpAuth, access, sites }: RouteContext,
): void {
  api.get('/sites', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, siteReadPermission);
    const { customer, sort, offset, limit, ...filter } = req.query;
    const page = await sites.listSites(scope, {
      ...filter,
      customer: customer || undefined,
      sort: sort ?? 'name',
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res
      .status(200)
      .json({ items: page.items.map(toSiteReply), total: page.total });
  });
}
