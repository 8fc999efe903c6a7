import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function signOut({ cookies, sessions }: RouteContext): RequestHandler {
  return async (req, res) => {
    await sessions.endSession(cookies.session.read(req));
    cookies.session.clear(res);
    res.status(204).end();
  };
}
