import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function inspectPasswordLink({
  passwords,
}: RouteContext): RequestHandler {
  return async (req, res) => {
    res.json(await passwords.inspectLink(req.body.token));
  };
}
