import { customerUpdatePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateCustomer(
  api: TenancyRouter,
  { httpAuth, access, customers }: RouteContext,
): void {
  api.patch('/customers/:customer', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerUpdatePermission, customer);

    const result = await customers.updateCustomer(customer, req.body);
    res.status(200).json(result);
  });
}
