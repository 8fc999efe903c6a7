import { customerSuspendPermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function resumeCustomer(
  api: TenancyRouter,
  { httpAuth, auditor, access, suspensions }: RouteContext,
): void {
  api.post('/customers/:customer/resume', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const changed = await audited(
      auditor,
      { eventId: 'customer-resume', request: req, meta: { customer } },
      async () => {
        await access.authorize(
          credentials,
          customerSuspendPermission,
          customer,
        );
        return suspensions.resumeCustomer(customer);
      },
    );
    res.status(200).json(changed);
  });
}
