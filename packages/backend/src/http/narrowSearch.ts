import type { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { RequestHandler } from 'express';

/**
 * Lets members search in their own namespace and in what the business made
 * public, before any hit is looked at. The permission of each hit is asked all
 * the same; but Backstage finds foreign hits first and drops them afterwards,
 * so that own ones may not be reached in its time, and how many pages there
 * are would depend on others.
 */
export function narrowSearch(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  directory: Pick<TenantDirectory, 'findMembership'>;
}): RequestHandler {
  const { auth, httpAuth, directory } = options;
  return async (req, _res, next) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const membership =
      auth.isPrincipal(credentials, 'user') &&
      (await directory.findMembership(credentials.principal.userEntityRef));
    if (membership && membership.kind === 'member') {
      const filters = req.query.filters;
      req.query.filters = {
        ...(typeof filters === 'object' && filters),
        namespace: [membership.tenant, BUSINESS_TENANT],
      };
    }
    next();
  };
}
