import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { requireTenancyBackend } from './requireTenancyBackend';
import { tellRetryAfter } from './tellRetryAfter';

export function verifyPassword(context: RouteContext): RequestHandler {
  const { httpAuth, signIns } = context;
  return async (req, res) => {
    await requireTenancyBackend(httpAuth, req);
    const { tenant, member, password, address } = req.body;
    const isRight = await signIns
      .verifyPassword({ tenant, member }, password, address)
      .catch(tellRetryAfter(res));
    res.json({ isRight });
  };
}
