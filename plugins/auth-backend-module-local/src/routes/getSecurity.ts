import type { RequestHandler } from 'express';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';

export function getSecurity(context: RouteContext): RequestHandler {
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    res.json(await context.security.getSecurity(holder));
  };
}
