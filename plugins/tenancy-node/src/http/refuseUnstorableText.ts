import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses text that PostgreSQL cannot store, wherever it is in a request: NUL
 * characters and halves of surrogate pairs. The database would refuse it too,
 * with an error that looks like ours.
 */
export const refuseUnstorableText: RequestHandler = (req, _res, next) => {
  if (req.url.includes('%00') || isUnstorable(req.body)) {
    next(
      new InputError(
        'The request contains text with NUL characters or broken Unicode; remove them',
      ),
    );
    return;
  }
  next();
};

// Unicode-aware, so that whole surrogate pairs don't match.
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function isUnstorable(body: unknown): boolean {
  // A list of what is left to look at, since a body of nothing but brackets
  // would exhaust the stack of a recursive walk.
  const left = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') {
      if (UNSTORABLE.test(value)) {
        return true;
      }
    } else if (value && typeof value === 'object' && !Buffer.isBuffer(value)) {
      for (const [key, inner] of Object.entries(value)) {
        left.push(key, inner);
      }
    }
  }
  return false;
}
