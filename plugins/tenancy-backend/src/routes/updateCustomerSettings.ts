import { customerConfigurePermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateCustomerSettings(
  api: TenancyRouter,
  { httpAuth, access, callers, settings }: RouteContext,
): void {
  api.patch('/customers/:customer/settings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, customerConfigurePermission, customer);
    const actor = await callers.getActor(credentials);
    const changed = await settings.updateCustomerSettings(
      actor,
      customer,
      req.body,
    );
    res.status(200).json(changed);
  });
}
