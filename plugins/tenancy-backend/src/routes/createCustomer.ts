import { customerCreatePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function createCustomer(
  api: TenancyRouter,
  { httpAuth, access, customers }: RouteContext,
): void {
  api.post('/customers', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await access.authorizeEverywhere(credentials, customerCreatePermission);
    const created = await customers.createCustomer(req.body);
    res.status(201).json(created);
  });
}
