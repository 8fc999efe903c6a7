import { answerAtIntervals } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';
import { tellRetryAfter } from './tellRetryAfter';

export function answerChallenge(context: RouteContext): RequestHandler {
  const { challenges, config, cookies } = context;
  return async (req, res) => {
    const signedIn = await answerAtIntervals(config.answerIntervalMs, () =>
      challenges.answerChallenge(
        cookies.challenge.read(req),
        req.body,
        originOf(req, cookies),
        cookies.session.read(req),
      ),
    ).catch(tellRetryAfter(res));
    cookies.writeEntry(res, signedIn);
    res.json(signedIn.identity);
  };
}
