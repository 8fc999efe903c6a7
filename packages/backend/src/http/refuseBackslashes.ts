import type { RequestHandler } from 'express';

/**
 * Refuses addresses with a backslash, which no browser sends as it is. Where
 * static files redirect to a folder they would repeat it, and browsers read
 * `/\evil.example` as the address of another host.
 */
export const refuseBackslashes: RequestHandler = (req, res, next) => {
  if (req.url.includes('\\')) {
    res.status(400).end();
    return;
  }
  next();
};
