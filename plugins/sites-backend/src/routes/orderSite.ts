import { siteOrderPermission } from '@freehold/plugin-sites-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { ALLOWED_CALLERS, nameOfCaller } from './callers';
import { toOrderReply } from './replies';
import type { RouteContext, SitesRouter } from './RouteContext';

export function orderSite(
  api: SitesRouter,
  { httpAuth, auditor, access, orders }: RouteContext,
): void {
  api.post('/customers/:customer/sites', async (req, res) => {
    const credentials = await httpAuth.credentials(req, ALLOWED_CALLERS);
    const { customer } = req.params;
    const placed = await audited(
      auditor,
      {
        eventId: 'site-order',
        request: req,
        meta: { customer, name: req.body.name },
      },
      async () => {
        await access.authorize(credentials, siteOrderPermission, customer);
        return orders.orderSite(customer, req.body, {
          idempotencyKey: req.get('idempotency-key')!,
          by: nameOfCaller(credentials),
        });
      },
    );
    res.status(201).json(toOrderReply(placed));
  });
}
