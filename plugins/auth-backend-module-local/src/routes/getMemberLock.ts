import { memberManagePermission } from '@freehold/plugin-tenancy-common';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function getMemberLock({
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
    res.json(await locks.getMemberLock({ tenant, member }));
  };
}
