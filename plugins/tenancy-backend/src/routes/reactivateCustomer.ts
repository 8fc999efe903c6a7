import { customerDeactivatePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function reactivateCustomer(
  api: TenancyRouter,
  { httpAuth, access, customers }: RouteContext,
): void {
  api.post('/customers/:customer/reactivate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerDeactivatePermission, customer);

    const result = await customers.reactivateCustomer(customer);
    res.status(200).json(result);
  });
}
