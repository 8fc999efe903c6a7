import { priceBookReadPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toPriceBookReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function getPriceBook(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.get('/price-books/:priceBook', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, priceBookReadPermission);
    const book = await prices.getPriceBook(req.params.priceBook);
    res.status(200).json(toPriceBookReply(book));
  });
}
