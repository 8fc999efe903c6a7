import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function signOut({ cookie, sessions }: RouteContext): RequestHandler {
  return async (req, res) => {
    await sessions.endSession(cookie.read(req));
    cookie.clear(res);
    res.status(204).end();
  };
}
