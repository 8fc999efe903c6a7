import { customerReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function getUsage(
  api: TenancyRouter,
  { httpAuth, access, limits }: RouteContext,
): void {
  api.get('/customers/:customer/usage', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerReadPermission, customer);
    res.status(200).json(await limits.getUsage(customer));
  });
}
