import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  decideByRole,
  type Grant,
  type Membership,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { narrowDecision } from './narrowDecision';

const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Decides by the role that the directory gives a user right now, not by what
 * their token says. Denies whatever the table of grants doesn't grant.
 */
export class TenancyPermissionPolicy implements PermissionPolicy {
  static create(directory: TenantDirectory): TenancyPermissionPolicy {
    return new TenancyPermissionPolicy(directory);
  }

  /** One look-up for all questions of a request, which share its user. */
  private readonly memberships = new WeakMap<
    PolicyQueryUser,
    Promise<Membership | undefined>
  >();

  private constructor(private readonly directory: TenantDirectory) {}

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const membership = user && (await this.findMembership(user));
    if (!membership) {
      return deny;
    }
    const decision = decideByRole(request.permission.name, membership);
    return decision.allowed && isSame(request.permission, decision.grant)
      ? narrowDecision(decision.reach, request.permission, membership)
      : deny;
  }

  private findMembership(
    user: PolicyQueryUser,
  ): Promise<Membership | undefined> {
    let membership = this.memberships.get(user);
    if (!membership) {
      membership = this.directory.findMembership(user.info.userEntityRef);
      this.memberships.set(user, membership);
    }
    return membership;
  }
}

/**
 * The caller words the permission itself, so one that only shares the name is
 * not the one that was granted.
 */
function isSame(asked: Permission, granted: Grant): boolean {
  return granted.resourceType === undefined
    ? asked.type === 'basic'
    : isResourcePermission(asked, granted.resourceType);
}
