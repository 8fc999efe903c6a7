import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function inviteMember(
  api: TenancyRouter,
  { httpAuth, access, callers, invitations }: RouteContext,
): void {
  api.post('/tenants/:tenant/invitations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { tenant } = req.params;
    await access.authorize(credentials, memberManagePermission, tenant);
    const actor = await callers.getActor(credentials);
    res
      .status(201)
      .json(await invitations.inviteMember(actor, tenant, req.body));
  });
}
