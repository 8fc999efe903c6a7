import type { ErrorRequestHandler } from 'express';
import { LimitReachedError } from '../limits/LimitReachedError';

/** Adds Retry-After to the answer of who has used up a limit per time. */
export const tellWhenToRetry: ErrorRequestHandler = (
  error,
  _req,
  res,
  next,
) => {
  if (error instanceof LimitReachedError) {
    res.setHeader('Retry-After', String(error.retryAfterSeconds));
  }
  next(error);
};
