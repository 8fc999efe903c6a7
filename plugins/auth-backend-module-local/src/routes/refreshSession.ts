import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function refreshSession(context: RouteContext): RequestHandler {
  const { cookie, sessions } = context;
  return async (req, res) => {
    const renewed = await sessions
      .refreshSession(cookie.read(req))
      .catch(error => {
        if (error.name === 'AuthenticationError') {
          cookie.clear(res);
        }
        throw error;
      });
    if (renewed.cookie) {
      cookie.write(res, renewed.cookie);
    }
    res.json(renewed.identity);
  };
}
