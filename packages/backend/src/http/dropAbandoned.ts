import type { RequestHandler } from 'express';

/**
 * Leaves a request alone whose caller has gone while the guards before this
 * asked who it is. Its body cannot be read any more: what parses it would fail
 * with "stream is not readable", which counts as a fault of the portal.
 */
export function dropAbandoned(): RequestHandler {
  return (req, _res, next) => {
    if (!req.readableAborted) {
      next();
    }
  };
}
