import { addressOf } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { tellRetryAfter } from './tellRetryAfter';

export function setPassword({ passwords }: RouteContext): RequestHandler {
  return async (req, res) => {
    const { token, password } = req.body;
    await passwords
      .setPassword(token, password, addressOf(req))
      .catch(tellRetryAfter(res));
    res.status(204).end();
  };
}
