import { customerUpdatePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateCustomerLimits(
  api: TenancyRouter,
  { httpAuth, access, limits }: RouteContext,
): void {
  api.patch('/customers/:customer/limits', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerUpdatePermission, customer);
    const result = await limits.updateCustomerLimits(customer, req.body);
    res.status(200).json(result);
  });
}
