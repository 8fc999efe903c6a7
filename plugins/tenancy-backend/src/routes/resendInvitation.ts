import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function resendInvitation(
  api: TenancyRouter,
  { httpAuth, access, callers, invitations }: RouteContext,
): void {
  api.post(
    '/tenants/:tenant/invitations/:invitation/resend',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { tenant, invitation } = req.params;
      await access.authorize(credentials, memberManagePermission, tenant);
      const actor = await callers.getActor(credentials);
      res
        .status(200)
        .json(await invitations.resendInvitation(actor, tenant, invitation));
    },
  );
}
