import { priceBookEditPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS } from '@freehold/plugin-tenancy-node';
import type { RouteContext, SitesRouter } from './RouteContext';

export function deletePriceBook(
  api: SitesRouter,
  { httpAuth, access, prices }: RouteContext,
): void {
  api.delete('/price-books/:priceBook', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    await access.authorizeEverywhere(credentials, priceBookEditPermission);
    await prices.deletePriceBook(req.params.priceBook);
    res.status(204).end();
  });
}
