import { customerSuspendPermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import { nameOfCaller } from './nameOfCaller';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function suspendCustomer(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, suspensions }: RouteContext,
): void {
  api.post('/customers/:customer/suspend', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const { reason, sites } = req.body;
    const changed = await audited(
      auditor,
      {
        eventId: 'customer-suspend',
        request: req,
        meta: { customer, reason, sites },
      },
      async () => {
        await access.authorize(
          credentials,
          customerSuspendPermission,
          customer,
        );
        const actor = await callers.getActor(credentials);
        return suspensions.suspendCustomer(customer, {
          reason,
          sites,
          by: nameOfCaller(credentials),
          byName: actor.kind === 'service' ? undefined : actor.displayName,
        });
      },
    );
    res.status(200).json(changed);
  });
}
