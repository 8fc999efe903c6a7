import type { Response } from 'express';
import { TooManyRequestsError } from '../domain/errors';

/** For `catch`: says in the headers, too, when to come back. */
export function explainWaits(res: Response): (error: unknown) => never {
  return error => {
    if (error instanceof TooManyRequestsError) {
      res.set('Retry-After', String(error.retryAfterSeconds));
    }
    throw error;
  };
}
