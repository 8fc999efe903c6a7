import { InputError } from '@backstage/errors';
import {
  BUSINESS_TENANT,
  isMemberRole,
  isStaffRole,
  type Role,
} from '@freehold/plugin-tenancy-common';

const DAY = 24 * 60 * 60 * 1000;

/** How long a link works. */
export const INVITATION_LIFETIME_MS = 7 * DAY;

/** Between two mails of one invitation, so that nobody is flooded. */
export const RESEND_PAUSE_MS = 60_000;

/** Invitations of a customer that may wait at a time. */
export const MOST_WAITING = 100;

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
