import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateMember(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, members }: RouteContext,
): void {
  api.patch('/customers/:customer/members/:member', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer, member } = req.params;
    const result = await audited(
      auditor,
      {
        eventId: 'member-update',
        request: req,
        meta: { customer, member, changes: req.body },
      },
      async () => {
        await access.authorize(credentials, memberManagePermission, customer);
        const actor = await callers.getActor(credentials);
        return members.updateMember(actor, customer, member, req.body);
      },
    );
    res.status(200).json(result);
  });
}
