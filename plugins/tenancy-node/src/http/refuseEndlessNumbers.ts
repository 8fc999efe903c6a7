import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses query parameters such as `limit=1e400`: the validator reads them as
 * Infinity, an integer to it, and then skips their minimum and maximum.
 */
export const refuseEndlessNumbers: RequestHandler = (req, _res, next) => {
  const values: [string, unknown][] = Object.entries(req.query);
  const endless = values.find(
    ([, value]) => typeof value === 'number' && !Number.isFinite(value),
  );
  next(
    endless && new InputError(`Query parameter '${endless[0]}' is too large`),
  );
};
