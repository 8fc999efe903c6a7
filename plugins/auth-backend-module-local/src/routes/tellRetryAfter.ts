import type { Response } from 'express';
import { TooManyRequestsError } from '../domain/errors';

/** For `catch`: says when to come back, where that is why it failed. */
export function tellRetryAfter(
  res: Pick<Response, 'set'>,
): (error: unknown) => never {
  return error => {
    if (error instanceof TooManyRequestsError) {
      res.set('Retry-After', String(error.retryAfterSeconds));
    }
    throw error;
  };
}
