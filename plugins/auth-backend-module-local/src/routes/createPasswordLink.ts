import { NotAllowedError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

/** The one caller: it has decided that the member may get a link. */
const TENANCY_BACKEND = 'plugin:tenancy';

export function createPasswordLink(context: RouteContext): RequestHandler {
  const { httpAuth, passwords } = context;
  return async (req, res) => {
    const { principal } = await httpAuth.credentials(req, {
      allow: ['service'],
    });
    if (principal.subject !== TENANCY_BACKEND) {
      throw new NotAllowedError(
        'Only the tenancy backend may issue set-password links',
      );
    }
    const { tenant, member, firstOnly = false } = req.body;
    const key = { tenant, member };
    res.status(201).json(await passwords.createLink(key, { firstOnly }));
  };
}
