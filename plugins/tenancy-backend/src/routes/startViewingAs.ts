import { viewingStartPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function startViewingAs(
  api: TenancyRouter,
  { httpAuth, access, callers, viewings }: RouteContext,
): void {
  api.post('/customers/:customer/viewings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { customer } = req.params;
    await access.authorize(credentials, viewingStartPermission, customer);
    const actor = await callers.getActor(credentials);
    const viewing = await viewings.startViewingAs(actor, customer, req.body);
    res.status(201).json(viewing);
  });
}
