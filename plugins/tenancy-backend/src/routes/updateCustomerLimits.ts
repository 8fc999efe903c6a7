import { customerUpdatePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateCustomerLimits(
  api: TenancyRouter,
  { httpAuth, auditor, access, limits }: RouteContext,
): void {
  api.patch('/customers/:customer/limits', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const result = await audited(
      auditor,
      {
        eventId: 'customer-limits-update',
        request: req,
        meta: { customer, changes: req.body },
      },
      async () => {
        await access.authorize(credentials, customerUpdatePermission, customer);
        return limits.updateCustomerLimits(customer, req.body);
      },
    );
    res.status(200).json(result);
  });
}
