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
import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import { type Grant, grants } from './grants';
import { narrowDecision } from './narrowDecision';

const byName = new Map(grants.map(grant => [grant.permission.name, grant]));

/**
 * Decides by the role that the directory gives a user right now, not by what
 * their token says. Denies whatever {@link grants} doesn't grant.
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
    const grant = byName.get(request.permission.name);
    const membership = user && grant && (await this.findMembership(user));
    if (!membership || !isSame(request.permission, grant.permission)) {
      return { result: AuthorizeResult.DENY };
    }
    const reach = reachOf(grant, membership);
    return reach
      ? narrowDecision(reach, request.permission, membership)
      : { result: AuthorizeResult.DENY };
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
function isSame(asked: Permission, granted: Permission): boolean {
  return (
    asked.type === granted.type &&
    (!isResourcePermission(granted) ||
      isResourcePermission(asked, granted.resourceType))
  );
}

function reachOf(grant: Grant, membership: Membership) {
  if (membership.kind === 'staff') {
    return grant.staff.includes(membership.role) ? grant.staffReach : undefined;
  }
  return grant.members.includes(membership.role)
    ? grant.memberReach
    : undefined;
}
