import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function removeMember(
  api: TenancyRouter,
  { httpAuth, access, callers, members }: RouteContext,
): void {
  api.delete('/customers/:customer/members/:member', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer, member } = req.params;
    await access.authorize(credentials, memberManagePermission, customer);
    const actor = await callers.getActor(credentials);
    await members.removeMember(actor, customer, member);
    res.status(204).end();
  });
}
