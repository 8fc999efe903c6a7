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
    return membership ? decideFor(membership, request.permission) : deny;
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

/** What the table of grants says of one member and one permission. */
export function decideFor(
  membership: Membership,
  permission: Permission,
): PolicyDecision {
  const decision = decideByRole(permission.name, membership);
  return decision.allowed && isSame(permission, decision.grant)
    ? narrowDecision(decision.reach, permission, membership)
    : deny;
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
