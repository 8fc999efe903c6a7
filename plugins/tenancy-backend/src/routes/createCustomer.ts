import { customerCreatePermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function createCustomer(
  api: TenancyRouter,
  { httpAuth, auditor, access, customers }: RouteContext,
): void {
  api.post('/customers', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const created = await audited(
      auditor,
      {
        eventId: 'customer-create',
        request: req,
        meta: { customer: req.body.slug },
      },
      async () => {
        await access.authorizeEverywhere(credentials, customerCreatePermission);
        return customers.createCustomer(req.body);
      },
    );
    res.status(201).json(created);
  });
}
