import type { RequestHandler } from 'express';
import type { RouteContext } from './createRouter';

export function getChallenge(context: RouteContext): RequestHandler {
  const { challenges, cookies } = context;
  return async (req, res) => {
    res.json(await challenges.getChallenge(cookies.challenge.read(req)));
  };
}
