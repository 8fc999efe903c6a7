import { customerSuspendPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function resumeCustomer(
  api: TenancyRouter,
  { httpAuth, access, suspensions }: RouteContext,
): void {
  api.post('/customers/:customer/resume', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerSuspendPermission, customer);
    const changed = await suspensions.resumeCustomer(customer);
    res.status(200).json(changed);
  });
}
