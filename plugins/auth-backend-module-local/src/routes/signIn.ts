import type { RequestHandler } from 'express';
import { answerAtIntervals } from './answerAtIntervals';
import type { RouteContext } from './createRouter';
import { explainWaits } from './explainWaits';
import { originOf } from './originOf';

export function signIn(context: RouteContext): RequestHandler {
  const { config, cookies, signIns } = context;
  return async (req, res) => {
    const { email, password, tenant } = req.body;
    const result = await answerAtIntervals(config.answerIntervalMs, () =>
      signIns.signIn({
        email,
        password,
        tenant,
        origin: originOf(req, cookies),
        previousCookie: cookies.session.read(req),
      }),
    ).catch(explainWaits(res));
    if ('choose' in result) {
      res.json({ choose: result.choose });
      return;
    }
    cookies.writeEntry(res, result);
    res.json(
      'challenge' in result ? { challenge: result.challenge } : result.identity,
    );
  };
}
