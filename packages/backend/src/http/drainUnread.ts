import type { RequestHandler } from 'express';

/**
 * Reads on, and throws away, what is left of a body when its request has been
 * answered. Node does so only for bodies that nobody began to read: after an
 * upload that was refused halfway, the next request on that connection would
 * wait behind it until the connection ends. Ending the connection instead would
 * take the answer from clients that are still sending. How long a body may take
 * is limited by the server's `requestTimeout`.
 */
export const drainUnread: RequestHandler = (req, res, next) => {
  res.once('finish', () => {
    if (!req.complete) {
      req.unpipe();
      req.resume();
    }
  });
  next();
};
