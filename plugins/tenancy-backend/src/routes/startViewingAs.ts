import { viewingStartPermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function startViewingAs(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, viewings }: RouteContext,
): void {
  api.post('/customers/:customer/viewings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { customer } = req.params;
    const viewing = await audited(
      auditor,
      {
        eventId: 'viewing-start',
        request: req,
        meta: { customer, reason: req.body.reason },
      },
      async () => {
        await access.authorize(credentials, viewingStartPermission, customer);
        const actor = await callers.getActor(credentials);
        return viewings.startViewingAs(actor, customer, req.body);
      },
    );
    res.status(201).json(viewing);
  });
}
