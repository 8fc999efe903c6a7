import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';
import type { Request, RequestHandler } from 'express';
import { isClosedRoute } from './closedRoutes';

export interface CloseRoutesOptions {
  pluginId: string;
  auth: AuthService;
  httpAuth: HttpAuthService;
  directory: TenantDirectory;
}

/**
 * Answers customers' members at closed routes as if there were no such route.
 * Staff, plugins, and plugins on behalf of members pass.
 */
export function closeRoutes(options: CloseRoutesOptions): RequestHandler {
  return async (req, res, next) => {
    const isClosed = isClosedRoute(options.pluginId, req.path);
    if (isClosed && (await isMember(options, req))) {
      res.status(404).end();
      return;
    }
    next();
  };
}

async function isMember(
  { auth, httpAuth, directory }: CloseRoutesOptions,
  req: Request,
): Promise<boolean> {
  const credentials = await httpAuth.credentials(req);
  if (
    !auth.isPrincipal(credentials, 'user') ||
    credentials.principal.actor !== undefined
  ) {
    return false;
  }
  const membership = await directory.findMembership(
    credentials.principal.userEntityRef,
  );
  return membership?.kind !== 'staff';
}
