import { addressOf } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import { requireSureHolder } from './callers';
import type { RouteContext } from './createRouter';
import { tellRetryAfter } from './tellRetryAfter';

export function linkIdentity(context: RouteContext): RequestHandler {
  const { cookies, identities } = context;
  return async (req, res) => {
    const { provider, token } = req.body;
    const { path, linkCookie } =
      token === undefined
        ? await identities.beginLink(
            (await requireSureHolder(context, req)).membership,
            provider,
          )
        : await identities
            .beginInvitedLink(token, provider, addressOf(req))
            .catch(tellRetryAfter(res));
    cookies.link.write(res, linkCookie);
    res.json({ startPath: path });
  };
}
