import type { RequestHandler } from 'express';
import { requireSureHolder } from './callers';
import type { RouteContext } from './createRouter';

export function removeIdentity(
  context: RouteContext,
): RequestHandler<{ identityId: string }, any, any, any> {
  return async (req, res) => {
    const { membership } = await requireSureHolder(context, req);
    await context.identities.removeIdentity(membership, req.params.identityId);
    res.status(204).end();
  };
}
