import { costsReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listTagKeys(
  api: CostsRouter,
  { httpAuth, access, tags }: RouteContext,
): void {
  api.get('/tag-keys', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const scope = await access.scopeOf(credentials, costsReadPermission);
    const { customer, from, to } = req.query;
    const items = await tags.listTagKeys(scope, {
      customer: customer || undefined,
      from,
      to,
    });
    res.status(200).json({ items });
  });
}
