import { customerDeactivatePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function deactivateCustomer(
  api: TenancyRouter,
  { httpAuth, access, customers }: RouteContext,
): void {
  api.post('/customers/:customer/deactivate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerDeactivatePermission, customer);

    const result = await customers.deactivateCustomer(
      customer,
      req.body.reason,
    );
    res.status(200).json(result);
  });
}
