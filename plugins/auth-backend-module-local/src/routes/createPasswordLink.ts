import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { requireTenancyBackend } from './requireTenancyBackend';

export function createPasswordLink(context: RouteContext): RequestHandler {
  const { httpAuth, passwords } = context;
  return async (req, res) => {
    await requireTenancyBackend(httpAuth, req);
    const { tenant, member, firstOnly = false } = req.body;
    const key = { tenant, member };
    res.status(201).json(await passwords.createLink(key, { firstOnly }));
  };
}
