import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function createPasswordLink(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, members }: RouteContext,
): void {
  api.post(
    '/customers/:customer/members/:member/password-link',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const { customer, member } = req.params;
      const result = await audited(
        auditor,
        {
          eventId: 'password-link-create',
          request: req,
          meta: { customer, member },
        },
        async () => {
          await access.authorize(credentials, memberManagePermission, customer);
          const actor = await callers.getActor(credentials);
          return members.createPasswordLink(actor, customer, member);
        },
      );
      res.status(201).json(result);
    },
  );
}
