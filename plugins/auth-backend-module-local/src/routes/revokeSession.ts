import type { RequestHandler } from 'express';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';

export function revokeSession(
  context: RouteContext,
): RequestHandler<{ sessionId: string }, any, any, any> {
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    await context.security.revokeSession(holder, req.params.sessionId);
    res.status(204).end();
  };
}
