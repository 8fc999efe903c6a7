import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';
import type { Request, RequestHandler } from 'express';
import { type ClosedRoute, findClosedRoute } from './closedRoutes';

export interface CloseRoutesOptions {
  pluginId: string;
  auth: AuthService;
  httpAuth: HttpAuthService;
  directory: TenantDirectory;
}

/**
 * Answers people at routes closed to them as if there were no such route, and
 * those who are not signed in with 401: some plugins let everybody in, their
 * built-in routes included. Plugins, also on behalf of members, pass.
 */
export function closeRoutes(options: CloseRoutesOptions): RequestHandler {
  return async (req, res, next) => {
    const closed = findClosedRoute(options.pluginId, req.path);
    if (closed && (await isKeptOut(closed, options, req))) {
      res.status(404).end();
      return;
    }
    next();
  };
}

async function isKeptOut(
  { to }: ClosedRoute,
  { auth, httpAuth, directory }: CloseRoutesOptions,
  req: Request,
): Promise<boolean> {
  const credentials = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  if (
    !auth.isPrincipal(credentials, 'user') ||
    credentials.principal.actor !== undefined
  ) {
    return false;
  }
  if (to === 'people') {
    return true;
  }
  const membership = await directory.findMembership(
    credentials.principal.userEntityRef,
  );
  return membership?.kind !== 'staff';
}
