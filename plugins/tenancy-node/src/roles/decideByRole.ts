import type { Membership } from '../directory';
import type { Grant, Reach } from './Grant';
import { grants } from './grants';

const byAction = new Map(grants.map(grant => [grant.action, grant]));

/** What the table says about a role, before anything is narrowed to a tenant. */
export type RoleDecision =
  | { allowed: true; grant: Grant; reach: Reach }
  | {
      allowed: false;
      grant?: Grant;
      /** `viewing`: a viewer could, or the staff member could when not viewing. */
      because: 'unknown action' | 'role' | 'viewing';
    };

/** The row of an action; undefined when the table doesn't know it. */
export function findGrant(action: string): Grant | undefined {
  return byAction.get(action);
}

/** Looks the action up in the table for somebody's present role. */
export function decideByRole(
  action: string,
  membership: Membership,
): RoleDecision {
  const grant = byAction.get(action);
  if (!grant) {
    return { allowed: false, because: 'unknown action' };
  }
  switch (membership.kind) {
    case 'staff':
      return grant.staff.includes(membership.role)
        ? { allowed: true, grant, reach: grant.staffReach }
        : { allowed: false, grant, because: 'role' };
    case 'viewing':
      return mayViewersRead(grant)
        ? { allowed: true, grant, reach: grant.memberReach }
        : { allowed: false, grant, because: 'viewing' };
    default:
      return grant.members.includes(membership.role)
        ? { allowed: true, grant, reach: grant.memberReach }
        : { allowed: false, grant, because: 'role' };
  }
}

/** One's own tasks are not the customer's, so that viewing doesn't show them. */
function mayViewersRead(grant: Grant): boolean {
  return (
    grant.effect === 'read' &&
    grant.members.includes('viewer') &&
    grant.memberReach !== 'own tasks'
  );
}
