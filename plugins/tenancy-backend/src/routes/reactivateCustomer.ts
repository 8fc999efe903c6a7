import { customerDeactivatePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function reactivateCustomer(
  api: TenancyRouter,
  { httpAuth, auditor, access, customers }: RouteContext,
): void {
  api.post('/customers/:customer/reactivate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const result = await audited(
      auditor,
      { eventId: 'customer-reactivate', request: req, meta: { customer } },
      async () => {
        await access.authorize(
          credentials,
          customerDeactivatePermission,
          customer,
        );

        return customers.reactivateCustomer(customer);
      },
    );
    res.status(200).json(result);
  });
}
