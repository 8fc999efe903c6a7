import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function revokeInvitation(
  api: TenancyRouter,
  { httpAuth, access, callers, invitations }: RouteContext,
): void {
  api.delete('/tenants/:tenant/invitations/:invitation', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { tenant, invitation } = req.params;
    await access.authorize(credentials, memberManagePermission, tenant);
    const actor = await callers.getActor(credentials);
    await invitations.revokeInvitation(actor, tenant, invitation);
    res.status(204).end();
  });
}
