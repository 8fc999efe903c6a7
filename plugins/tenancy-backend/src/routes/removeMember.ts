import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function removeMember(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, members }: RouteContext,
): void {
  api.delete('/customers/:customer/members/:member', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer, member } = req.params;
    await audited(
      auditor,
      { eventId: 'member-remove', request: req, meta: { customer, member } },
      async () => {
        await access.authorize(credentials, memberManagePermission, customer);
        const actor = await callers.getActor(credentials);
        return members.removeMember(actor, customer, member);
      },
    );
    res.status(204).end();
  });
}
