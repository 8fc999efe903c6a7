import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { IS_OF_TENANT } from './createTenantResource';

/** The tenants a caller may use a permission in. */
export type TenantScope = { all: true } | { all: false; tenant: string };

/**
 * The first wall: turns a permission decision into the tenants it holds for.
 * Routes ask it before they call a service.
 */
export class TenantAccess {
  static create(permissions: PermissionsService): TenantAccess {
    return new TenantAccess(permissions);
  }

  private constructor(private readonly permissions: PermissionsService) {}

  /**
   * @throws NotAllowedError when the caller has the permission in no tenant
   */
  async scopeOf(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<TenantScope> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    const scope = toScope(decision);
    if (!scope) {
      throw notAllowed(permission);
    }
    return scope;
  }

  /**
   * Passes when the caller may use the permission in `tenant`.
   *
   * @throws NotAllowedError when the caller has the permission in no tenant
   * @throws NotFoundError when it has it elsewhere only: the answer to a foreign
   *   customer is the answer to one that does not exist
   */
  async authorize(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    tenant: string,
  ): Promise<void> {
    const scope = await this.scopeOf(credentials, permission);
    if (!scope.all && scope.tenant !== tenant) {
      throw unknownCustomer(tenant);
    }
  }

  /**
   * For permissions that no tenant narrows, such as listing all customers.
   *
   * @throws NotAllowedError
   */
  async authorizeEverywhere(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw notAllowed(permission);
    }
  }
}

/** The answer to a customer that does not exist, or is not the caller's. */
export function unknownCustomer(slug: string): NotFoundError {
  return new NotFoundError(`There is no customer '${slug}'`);
}

function notAllowed(permission: { name: string }): NotAllowedError {
  return new NotAllowedError(
    `Your role does not include '${permission.name}'. Which roles do, and who can give you one, is told at /roles?action=${permission.name}`,
  );
}

function toScope(decision: PolicyDecision): TenantScope | undefined {
  if (decision.result === AuthorizeResult.ALLOW) {
    return { all: true };
  }
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    return undefined;
  }
  const { conditions } = decision;
  // Anything but the one rule is a policy this code does not know: closed.
  if ('rule' in conditions && conditions.rule === IS_OF_TENANT) {
    const tenant = conditions.params?.tenant;
    return typeof tenant === 'string' ? { all: false, tenant } : undefined;
  }
  return undefined;
}
