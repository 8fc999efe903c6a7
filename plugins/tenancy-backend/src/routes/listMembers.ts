import { memberReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listMembers(
  api: TenancyRouter,
  { httpAuth, access, members }: RouteContext,
): void {
  api.get('/customers/:customer/members', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, memberReadPermission, customer);
    const { search, offset = 0, limit = 50 } = req.query;
    res
      .status(200)
      .json(await members.listMembers(customer, { search, offset, limit }));
  });
}
