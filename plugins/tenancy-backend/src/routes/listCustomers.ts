import { customerListPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listCustomers(
  api: TenancyRouter,
  { httpAuth, access, customers }: RouteContext,
): void {
  api.get('/customers', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await access.authorizeEverywhere(credentials, customerListPermission);
    const { sort = 'name', offset = 0, limit = 50, ...filter } = req.query;
    res
      .status(200)
      .json(await customers.listCustomers({ ...filter, sort, offset, limit }));
  });
}
