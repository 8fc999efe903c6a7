import { NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const NOTIFICATION = /^\/(?:notifications\/)?([^/]+)\/?$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ROUTES: readonly string[] = [
  'health',
  'notifications',
  'openapi.json',
  'settings',
  'status',
  'topics',
  'update',
];

/**
 * Makes the notifications plugin answer an id it cannot read like one that is
 * not the caller's; by itself it fails.
 */
export function hideForeignNotifications(): RequestHandler {
  return (req, _res, next) => {
    const id = NOTIFICATION.exec(req.path)?.[1];
    const isUnreadable =
      id !== undefined &&
      !UUID.test(id) &&
      !ROUTES.includes(id.toLocaleLowerCase('en-US'));
    next(isUnreadable ? new NotFoundError('Not found') : undefined);
  };
}
