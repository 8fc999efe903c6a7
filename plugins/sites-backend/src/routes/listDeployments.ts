import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toDeploymentReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listDeployments(
  api: SitesRouter,
  { httpAuth, access, deployments }: RouteContext,
): void {
  api.get('/deployments', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, siteReadPermission);
    const { customer, site, state, offset, limit } = req.query;
    const page = await deployments.listDeployments(scope, {
      customer: customer || undefined,
      siteId: site,
      state,
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res
      .status(200)
      .json({ items: page.items.map(toDeploymentReply), total: page.total });
  });
}
