import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function unlockMember({
  access,
  httpAuth,
  locks,
}: RouteContext): RequestHandler<
  { customer: string; member: string },
  any,
  any,
  any
> {
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { customer: tenant, member } = req.params;
    await access.authorize(credentials, memberManagePermission, tenant);
    await locks.unlockMember({ tenant, member });
    res.status(204).end();
  };
}
