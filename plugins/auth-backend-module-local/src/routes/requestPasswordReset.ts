import { addressOf, answerAtIntervals } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { tellRetryAfter } from './tellRetryAfter';

export function requestPasswordReset(context: RouteContext): RequestHandler {
  const { config, passwordResets } = context;
  return async (req, res) => {
    await answerAtIntervals(config.answerIntervalMs, () =>
      passwordResets.requestPasswordReset(req.body.email, addressOf(req)),
    ).catch(tellRetryAfter(res));
    res.status(202).end();
  };
}
