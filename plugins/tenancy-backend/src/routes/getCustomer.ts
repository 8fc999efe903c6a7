import { customerReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function getCustomer(
  api: TenancyRouter,
  { httpAuth, access, customers }: RouteContext,
): void {
  api.get('/customers/:customer', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerReadPermission, customer);
    res.status(200).json(await customers.getCustomer(customer));
  });
}
