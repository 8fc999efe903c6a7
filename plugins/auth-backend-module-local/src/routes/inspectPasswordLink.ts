import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';
import { tellRetryAfter } from './tellRetryAfter';

export function inspectPasswordLink({
  passwords,
}: RouteContext): RequestHandler {
  return async (req, res) => {
    const { address } = originOf(req);
    const inspected = await passwords
      .inspectLink(req.body.token, address)
      .catch(tellRetryAfter(res));
    res.json(inspected);
  };
}
