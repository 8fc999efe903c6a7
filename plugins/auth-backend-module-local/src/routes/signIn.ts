import type { RequestHandler } from 'express';
import { answerAtIntervals } from '@freehold/plugin-tenancy-node';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';
import { tellRetryAfter } from './tellRetryAfter';

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
    ).catch(tellRetryAfter(res));
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
