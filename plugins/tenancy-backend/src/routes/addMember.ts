import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function addMember(
  api: TenancyRouter,
  { httpAuth, access, callers, members }: RouteContext,
): void {
  api.post('/customers/:customer/members', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, memberManagePermission, customer);
    const actor = await callers.getActor(credentials);
    const result = await members.addMember(actor, customer, req.body);
    res.status(201).json(result);
  });
}
