import { ownershipHandOverPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function handOverOwnership(
  api: TenancyRouter,
  { httpAuth, access, callers, ownership }: RouteContext,
): void {
  api.post('/customers/:customer/ownership', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { customer } = req.params;
    const { to } = req.body;
    await access.authorize(credentials, ownershipHandOverPermission, customer);
    const actor = await callers.getActor(credentials);
    const owner = await ownership.handOverOwnership(actor, customer, to);
    res.status(200).json(owner);
  });
}
