import type { RequestHandler } from 'express';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';

export function removeAuthenticator(
  context: RouteContext,
): RequestHandler<{ authenticatorId: string }, any, any, any> {
  const { cookies, security } = context;
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    const { authenticatorId } = req.params;
    await security.removeAuthenticator(
      holder,
      authenticatorId,
      originOf(req, cookies),
    );
    res.status(204).end();
  };
}
