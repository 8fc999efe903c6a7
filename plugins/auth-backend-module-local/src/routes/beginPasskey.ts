import type { RequestHandler } from 'express';
import { requireEnroller } from './callers';
import type { RouteContext } from './createRouter';

export function beginPasskey(context: RouteContext): RequestHandler {
  return async (req, res) => {
    const enroller = await requireEnroller(context, req);
    res.json({ options: await context.enrolments.beginPasskey(enroller) });
  };
}
