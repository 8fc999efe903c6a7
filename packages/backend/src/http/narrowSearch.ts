import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDirectory } from '@freehold/plugin-tenancy-node';
import type { Request, RequestHandler } from 'express';

export interface NarrowSearchOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  directory: TenantDirectory;
}

/** Matches no document: every namespace has a name. */
const NOWHERE = '';

/**
 * Narrows a member's search to their customer's documents and the business's
 * before the index is asked. By itself search finds everybody's documents and
 * then drops those the member may not read, one decision each: how long that
 * takes, and that there is a next page, tells that others have the word. With
 * many customers it also runs out of time before it comes to the member's own.
 */
export function narrowSearch(options: NarrowSearchOptions): RequestHandler {
  return async (req, _res, next) => {
    if (/^\/query\/?$/i.test(req.path)) {
      const tenant = await memberTenant(req, options);
      if (tenant !== undefined) {
        narrow(req, [tenant, BUSINESS_TENANT]);
      }
    }
    next();
  };
}

/** The customer of a member, asked by themselves or on their behalf. */
async function memberTenant(
  req: Request,
  { auth, httpAuth, directory }: NarrowSearchOptions,
): Promise<string | undefined> {
  const credentials = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  if (!auth.isPrincipal(credentials, 'user')) {
    return undefined;
  }
  const membership = await directory.findMembership(
    credentials.principal.userEntityRef,
  );
  if (!membership) {
    return NOWHERE;
  }
  return membership.kind === 'staff' ? undefined : membership.tenant;
}

function narrow(req: Request, allowed: string[]): void {
  const { filters = {} } = req.query;
  if (typeof filters !== 'object' || Array.isArray(filters)) {
    // Search itself says what is wrong with it.
    return;
  }
  const { namespace = allowed } = filters;
  const asked = Array.isArray(namespace) ? namespace : [namespace];
  const left = allowed.filter(each => asked.includes(each));
  req.query.filters = {
    ...filters,
    namespace: left.length > 0 ? left : [NOWHERE],
  };
}
