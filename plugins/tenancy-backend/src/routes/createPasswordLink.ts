import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function createPasswordLink(
  api: TenancyRouter,
  { httpAuth, access, callers, members }: RouteContext,
): void {
  api.post(
    '/customers/:customer/members/:member/password-link',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const { customer, member } = req.params;
      await access.authorize(credentials, memberManagePermission, customer);
      const actor = await callers.getActor(credentials);
      const result = await members.createPasswordLink(actor, customer, member);
      res.status(201).json(result);
    },
  );
}
