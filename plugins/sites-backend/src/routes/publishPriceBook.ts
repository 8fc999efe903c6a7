import { priceBookEditPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toPriceBookReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function publishPriceBook(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.post('/price-books/:priceBook/publish', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, priceBookEditPermission);
    const published = await prices.publishPriceBook(req.params.priceBook, {
      validFrom: req.body.validFrom,
      by: nameOfCaller(credentials),
    });
    res.status(200).json(toPriceBookReply(published));
  });
}
