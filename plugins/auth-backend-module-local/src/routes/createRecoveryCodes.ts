import type { RequestHandler } from 'express';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';

export function createRecoveryCodes(context: RouteContext): RequestHandler {
  const { cookies, security } = context;
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    const recoveryCodes = await security.createRecoveryCodes(
      holder,
      originOf(req, cookies),
    );
    res.status(201).json({ recoveryCodes });
  };
}
