import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toFoundLogReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function searchLogs(
  api: SitesRouter,
  { httpAuth, access, logs }: RouteContext,
): void {
  api.get('/log-search', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, siteReadPermission);
    const { text, customer, site, before } = req.query;
    const { items, next } = await logs.searchLogs(scope, {
      text,
      customer: customer || undefined,
      siteId: site || undefined,
      before: before || undefined,
    });
    res.status(200).json({ items: items.map(toFoundLogReply), next });
  });
}
