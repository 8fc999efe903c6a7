import { addressOf, answerAtIntervals } from '@freehold/plugin-tenancy-node';
import type { Request, Response } from 'express';
import type { GuessLimiter } from '../services/GuessLimiter';

const INTERVAL_MS = 300;

/**
 * Runs what a person without a session asks with the token of a link: against
 * guessing, and without telling anything by the time it takes.
 */
export async function answerToToken<Result>(
  guesses: GuessLimiter,
  req: Pick<Request, 'ip'>,
  res: Pick<Response, 'set'>,
  work: () => Promise<Result>,
): Promise<Result> {
  res.set('Cache-Control', 'no-store');
  return answerAtIntervals(INTERVAL_MS, () =>
    guesses.guard(addressOf(req), work),
  );
}
