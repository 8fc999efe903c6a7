import type { RequestHandler } from 'express';
import { requireEnroller } from './callers';
import type { RouteContext } from './createRouter';

export function beginTotp(context: RouteContext): RequestHandler {
  return async (req, res) => {
    const enroller = await requireEnroller(context, req);
    res.status(201).json(await context.enrolments.beginTotp(enroller));
  };
}
