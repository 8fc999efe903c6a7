import { priceBookEditPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toPriceBookReply } from './priceReplies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function createPriceBook(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.post('/price-books', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, priceBookEditPermission);
    const { version, source } = req.body;
    const draft = await prices.createPriceBook(version, {
      source,
      by: nameOfCaller(credentials),
    });
    res.status(201).json(toPriceBookReply(draft));
  });
}
