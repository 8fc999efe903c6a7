import { customerSuspendPermission } from '@freehold/plugin-tenancy-common';
import { nameOfCaller } from './nameOfCaller';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function suspendCustomer(
  api: TenancyRouter,
  { httpAuth, access, callers, suspensions }: RouteContext,
): void {
  api.post('/customers/:customer/suspend', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const { reason, sites } = req.body;
    await access.authorize(credentials, customerSuspendPermission, customer);
    const actor = await callers.getActor(credentials);
    const changed = await suspensions.suspendCustomer(customer, {
      reason,
      sites,
      by: nameOfCaller(credentials),
      byName: actor.kind === 'service' ? undefined : actor.displayName,
    });
    res.status(200).json(changed);
  });
}
