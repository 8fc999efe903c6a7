import { ownershipHandOverPermission } from '@freehold/plugin-tenancy-common';
import { audited } from '@freehold/plugin-tenancy-node';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function handOverOwnership(
  api: TenancyRouter,
  { httpAuth, auditor, access, callers, ownership }: RouteContext,
): void {
  api.post('/customers/:customer/ownership', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { customer } = req.params;
    const { to } = req.body;
    const owner = await audited(
      auditor,
      {
        eventId: 'ownership-hand-over',
        request: req,
        meta: { customer, to },
      },
      async () => {
        await access.authorize(
          credentials,
          ownershipHandOverPermission,
          customer,
        );
        const actor = await callers.getActor(credentials);
        return ownership.handOverOwnership(actor, customer, to);
      },
    );
    res.status(200).json(owner);
  });
}
