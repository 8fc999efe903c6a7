import { priceBookReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toPriceBookHeadReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function listPriceBooks(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.get('/price-books', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, priceBookReadPermission);
    const { items, inForce } = await prices.listPriceBooks();
    res.status(200).json({ items: items.map(toPriceBookHeadReply), inForce });
  });
}
