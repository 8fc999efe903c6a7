import type { RequestHandler } from 'express';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';

export function listSessions(context: RouteContext): RequestHandler {
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    res.json({ items: await context.security.listSessions(holder) });
  };
}
