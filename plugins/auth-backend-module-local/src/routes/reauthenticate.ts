import { answerAtIntervals } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';
import { tellRetryAfter } from './tellRetryAfter';

export function reauthenticate(context: RouteContext): RequestHandler {
  const { config, cookies, security } = context;
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    const cookie = await answerAtIntervals(config.answerIntervalMs, () =>
      security.reauthenticate(holder, req.body, originOf(req, cookies)),
    ).catch(tellRetryAfter(res));
    cookies.session.write(res, cookie);
    res.status(204).end();
  };
}
