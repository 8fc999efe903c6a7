import { siteReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toDriftCheckReply } from './driftReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listDriftChecks(
  api: SitesRouter,
  { httpAuth, access, driftChecks }: RouteContext,
): void {
  api.get('/customers/:customer/sites/:site/drift-checks', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, siteReadPermission, customer);
    const { offset, limit } = req.query;
    const page = await driftChecks.listDriftChecks(customer, site, {
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res.status(200).json({
      items: page.items.map(toDriftCheckReply),
      total: page.total,
    });
  });
}
