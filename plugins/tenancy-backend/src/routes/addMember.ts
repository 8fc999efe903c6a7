import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function addMember(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, members }: RouteContext,
): void {
  api.post('/customers/:customer/members', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const result = await audited(
      auditor,
      {
        eventId: 'member-add',
        request: req,
        meta: { customer, email: req.body.email, role: req.body.role },
      },
      async () => {
        await access.authorize(credentials, memberManagePermission, customer);
        const actor = await callers.getActor(credentials);
        return members.addMember(actor, customer, req.body);
      },
    );
    res.status(201).json(result);
  });
}
