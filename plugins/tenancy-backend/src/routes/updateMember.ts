import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateMember(
  api: TenancyRouter,
  { httpAuth, access, callers, members }: RouteContext,
): void {
  api.patch('/customers/:customer/members/:member', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer, member } = req.params;
    await access.authorize(credentials, memberManagePermission, customer);
    const actor = await callers.getActor(credentials);
    const result = await members.updateMember(
      actor,
      customer,
      member,
      req.body,
    );
    res.status(200).json(result);
  });
}
