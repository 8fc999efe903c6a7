import { customerUpdatePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateCustomer(
  api: TenancyRouter,
  { httpAuth, auditor, access, customers }: RouteContext,
): void {
  api.patch('/customers/:customer', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const result = await audited(
      auditor,
      {
        eventId: 'customer-update',
        request: req,
        meta: { customer, changes: req.body },
      },
      async () => {
        await access.authorize(credentials, customerUpdatePermission, customer);

        return customers.updateCustomer(customer, req.body);
      },
    );
    res.status(200).json(result);
  });
}
