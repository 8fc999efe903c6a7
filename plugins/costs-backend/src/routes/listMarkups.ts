import { costsMarkupReadPermission } from '@freehold/plugin-costs-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toMarkupReply } from './replies';
import type { CostsRouter, RouteContext } from './RouteContext';

export function listMarkups(
  api: CostsRouter,
  { httpAuth, access, markups }: RouteContext,
): void {
  api.get('/markups', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, costsMarkupReadPermission);
    const items = await markups.listMarkups();
    res.status(200).json({ items: items.map(toMarkupReply) });
  });
}
