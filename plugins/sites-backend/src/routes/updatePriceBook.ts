import { priceBookEditPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import { toPriceBookReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function updatePriceBook(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.patch('/price-books/:priceBook', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, priceBookEditPermission);
    const { priceBook } = req.params;
    const draft = await prices.updatePriceBook(priceBook, req.body);
    res.status(200).json(toPriceBookReply(draft));
  });
}
