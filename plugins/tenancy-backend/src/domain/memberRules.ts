import { NotAllowedError } from '@backstage/errors';
import type { Role } from '@freehold/plugin-tenancy-common';
import type { Actor } from './types';

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
