import { siteOrderPermission } from '@freehold/plugin-sites-common';
import { ALLOWED_CALLERS, nameOfCaller } from '@freehold/plugin-tenancy-node';
import { toOrderReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function orderSite(
  api: SitesRouter,
  { httpAuth, access, orders }: RouteContext,
): void {
  api.post('/customers/:customer/sites', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    await access.authorize(credentials, siteOrderPermission, customer);
    const placed = await orders.orderSite(customer, req.body, {
      idempotencyKey: req.get('idempotency-key')!,
      by: nameOfCaller(credentials),
    });
    res.status(201).json(toOrderReply(placed));
  });
}
