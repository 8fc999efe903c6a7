import { viewingReadPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listViewings(
  api: TenancyRouter,
  { httpAuth, access, viewings }: RouteContext,
): void {
  api.get('/customers/:customer/viewings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { customer } = req.params;
    await access.authorize(credentials, viewingReadPermission, customer);
    const { offset = 0, limit = 50 } = req.query;
    res
      .status(200)
      .json(await viewings.listViewings(customer, { offset, limit }));
  });
}
