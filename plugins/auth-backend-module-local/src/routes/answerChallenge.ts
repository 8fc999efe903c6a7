import type { RequestHandler } from 'express';
import { answerAtIntervals } from './answerAtIntervals';
import type { RouteContext } from './createRouter';
import { explainWaits } from './explainWaits';
import { originOf } from './originOf';

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
    ).catch(explainWaits(res));
    cookies.writeEntry(res, signedIn);
    res.json(signedIn.identity);
  };
}
