import { customerConfigurePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function updateCustomerSettings(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, settings }: RouteContext,
): void {
  api.patch('/customers/:customer/settings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    const changed = await audited(
      auditor,
      {
        eventId: 'customer-settings-update',
        request: req,
        meta: { customer, changes: req.body },
      },
      async () => {
        await access.authorize(
          credentials,
          customerConfigurePermission,
          customer,
        );
        const actor = await callers.getActor(credentials);
        return settings.updateCustomerSettings(actor, customer, req.body);
      },
    );
    res.status(200).json(changed);
  });
}
