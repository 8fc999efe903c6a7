import type { RequestHandler } from 'express';
import { answerAtIntervals } from './answerAtIntervals';
import { requireHolder } from './callers';
import type { RouteContext } from './createRouter';
import { explainWaits } from './explainWaits';
import { originOf } from './originOf';

export function reauthenticate(context: RouteContext): RequestHandler {
  const { config, cookies, security } = context;
  return async (req, res) => {
    const holder = await requireHolder(context, req);
    await answerAtIntervals(config.answerIntervalMs, () =>
      security.reauthenticate(holder, req.body, originOf(req, cookies)),
    ).catch(explainWaits(res));
    res.status(204).end();
  };
}
