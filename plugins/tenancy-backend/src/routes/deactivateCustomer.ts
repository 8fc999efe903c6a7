import { customerDeactivatePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function deactivateCustomer(
  api: TenancyRouter,
  { httpAuth, auditor, access, customers }: RouteContext,
): void {
  api.post('/customers/:customer/deactivate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const result = await audited(
      auditor,
      {
        eventId: 'customer-deactivate',
        request: req,
        meta: { customer, reason: req.body.reason },
      },
      async () => {
        await access.authorize(
          credentials,
          customerDeactivatePermission,
          customer,
        );

        return customers.deactivateCustomer(customer, req.body.reason);
      },
    );
    res.status(200).json(result);
  });
}
