import { NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const TASK = /^\/v2\/tasks\/([^/]+)/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MESSAGE = 'There is no such task';

/**
 * Makes the scaffolder answer a task of somebody else as one that does not
 * exist; by itself it says 403 for one, 404 for the other and 500 for an id it
 * cannot read.
 */
export function hideForeignTasks(): RequestHandler {
  return (req, res, next) => {
    const match = TASK.exec(req.path);
    if (!match) {
      next();
      return;
    }
    if (!UUID.test(match[1])) {
      next(new NotFoundError(MESSAGE));
      return;
    }
    const json = res.json.bind(res);
    res.json = body => {
      if (res.statusCode !== 403 && res.statusCode !== 404) {
        return json(body);
      }
      res.status(404);
      return json({
        ...body,
        error: { name: NotFoundError.name, message: MESSAGE },
        response: { statusCode: 404 },
      });
    };
    next();
  };
}
