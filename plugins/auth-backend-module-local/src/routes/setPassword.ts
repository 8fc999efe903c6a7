import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';

export function setPassword({
  cookies,
  passwords,
}: RouteContext): RequestHandler {
  return async (req, res) => {
    const { token, password } = req.body;
    await passwords.setPassword(token, password, originOf(req, cookies));
    res.status(204).end();
  };
}
