import { addressOf } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { tellRetryAfter } from './tellRetryAfter';

export function inspectPasswordLink({
  passwords,
}: RouteContext): RequestHandler {
  return async (req, res) => {
    const inspected = await passwords
      .inspectLink(req.body.token, addressOf(req))
      .catch(tellRetryAfter(res));
    res.json(inspected);
  };
}
