import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listTagFixes(
  api: CostsRouter,
  { httpAuth, access, tags }: RouteContext,
): void {
  api.get('/tag-fixes', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, key, kind, limit, offset, period, search } = req.query;
    const { items, total } = await tags.listTagFixes(scope, {
      customer: customer || undefined,
      billingPeriod: period,
      key: key || undefined,
      kind,
      search: search || undefined,
      offset: offset ?? 0,
      limit: limit ?? 50,
    });
    res.status(200).json({ items, total });
  });
}
