import { InputError, NotAllowedError } from '@backstage/errors';
import {
  BUSINESS_TENANT,
  isMemberRole,
  isStaffRole,
  type Role,
} from '@freehold/plugin-tenancy-common';
import type { Actor } from './types';

/** @throws InputError when the role is none of that tenant's */
export function refuseForeignRole(tenant: string, role: Role): void {
  const isOwn = tenant === BUSINESS_TENANT ? isStaffRole : isMemberRole;
  if (!isOwn(role)) {
    throw new InputError(
      tenant === BUSINESS_TENANT
        ? `Staff cannot be '${role}'; choose operator, finance or support`
        : `Members of a customer cannot be '${role}'; choose owner, admin, developer, billing or viewer`,
    );
  }
}

/**
 * Who may touch which member. Permissions say who manages members at all; this
 * says what an admin must leave to owners. A set-password link counts as a
 * change, since whoever holds it becomes that member.
 *
 * @param roles - the member's role before and after the change
 * @throws NotAllowedError
 */
export function assertMayManage(actor: Actor, roles: readonly Role[]): void {
  if (actor.kind === 'service') {
    return;
  }
  if (actor.role === 'operator' || actor.role === 'owner') {
    return;
  }
  if (actor.role !== 'admin') {
    throw new NotAllowedError(
      'Your role does not include managing members. Ask an owner or admin.',
    );
  }
  if (roles.includes('owner')) {
    throw new NotAllowedError(
      'Only an owner may add, change or remove owners. Ask one of them.',
    );
  }
}
