import { NotAllowedError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const HEADER = 'x-freehold-request';

/**
 * Lets pass only what the portal's own pages send. Pages of other origins can
 * make a browser send its cookies along, but neither this header nor our
 * Origin.
 *
 * @param allowedOrigins - origins the portal's pages are served from
 */
export function requirePortalRequest(
  allowedOrigins: readonly string[],
): RequestHandler {
  return (req, _res, next) => {
    if (req.get(HEADER) !== '1') {
      throw new NotAllowedError(
        "This call needs the header 'X-Freehold-Request: 1'",
      );
    }
    if (req.get('sec-fetch-site') === 'cross-site') {
      throw new NotAllowedError('This call came from a page of another site');
    }
    const origin = req.get('origin');
    // Browsers leave it out where a page reads from its own origin. Pages of
    // others could not read the answer, nor send the header.
    const isOwnRead = req.method === 'GET' && origin === undefined;
    if (!isOwnRead && !allowedOrigins.includes(origin ?? '')) {
      throw new NotAllowedError(
        `This call must come from a page of ${allowedOrigins[0]}: open the portal there`,
      );
    }
    next();
  };
}
