import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listInvitations(
  api: TenancyRouter,
  { httpAuth, access, invitations }: RouteContext,
): void {
  api.get('/tenants/:tenant/invitations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { tenant } = req.params;
    await access.authorize(credentials, memberManagePermission, tenant);
    const { offset = 0, limit = 50 } = req.query;
    res
      .status(200)
      .json(await invitations.listInvitations(tenant, { offset, limit }));
  });
}
