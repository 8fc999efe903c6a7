import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function refreshSession(context: RouteContext): RequestHandler {
  const { cookies, sessions } = context;
  return async (req, res) => {
    const renewed = await sessions
      .refreshSession(cookies.session.read(req))
      .catch(error => {
        if (error.name === 'AuthenticationError') {
          cookies.session.clear(res);
        }
        throw error;
      });
    if (renewed.cookie) {
      cookies.session.write(res, renewed.cookie);
    }
    res.json(renewed.identity);
  };
}
