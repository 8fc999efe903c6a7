import { customerListPermission } from '@freehold/plugin-tenancy-common';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function listAllMembers(
  api: TenancyRouter,
  { httpAuth, access, members }: RouteContext,
): void {
  api.get('/members', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await access.authorizeEverywhere(credentials, customerListPermission);
    const { offset = 0, limit = 50 } = req.query;
    res.status(200).json(await members.listAllMembers({ offset, limit }));
  });
}
