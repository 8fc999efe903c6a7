import { stateReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toStateVersionReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listStates(
  api: SitesRouter,
  { httpAuth, access, states }: RouteContext,
): void {
  api.get('/customers/:customer/sites/:site/states', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer, site } = req.params;
    await access.authorize(credentials, stateReadPermission, customer);
    const { offset, limit } = req.query;
    const { items, total, lock } = await states.listStates(customer, site, {
      offset: offset ?? 0,
      limit: limit ?? 25,
    });
    res.status(200).json({
      items: items.map(toStateVersionReply),
      total,
      lock: lock && { ...lock, since: lock.since.toISOString() },
    });
  });
}
