import {
  BUSINESS_TENANT,
  isMemberRole,
  isStaffRole,
} from '@freehold/plugin-tenancy-common';
import type { Customer, Membership } from './TenantDirectory';

/** What {@link toMembership} needs of `members` and `customers`. */
export const MEMBERSHIP_COLUMNS = [
  'members.tenant_id',
  'members.member_name',
  'members.display_name',
  'members.email',
  'members.role',
  'customers.tier',
  'customers.state',
  'customers.signed_in_after',
] as const;

export function toCustomer(row: Record<string, any>): Customer {
  return {
    slug: row.tenant_id,
    name: row.name,
    tier: row.tier,
    state: row.state,
    requiresApproval: row.requires_approval,
    ...(row.suspended_at && {
      suspension: {
        since: row.suspended_at,
        suspendsSites: row.suspends_sites,
      },
    }),
  };
}

/** Undefined for a role that doesn't fit the tenant. */
export function toMembership(row: Record<string, any>): Membership | undefined {
  const common = {
    tenant: row.tenant_id,
    member: row.member_name,
    userEntityRef: `user:${row.tenant_id}/${row.member_name}`,
    displayName: row.display_name,
    email: row.email,
    ...(row.signed_in_after && { signedInAfter: row.signed_in_after }),
  };
  const isStaff = row.tenant_id === BUSINESS_TENANT;
  if (isStaff && isStaffRole(row.role)) {
    return { ...common, kind: 'staff', role: row.role };
  }
  if (!isStaff && isMemberRole(row.role)) {
    return { ...common, kind: 'member', role: row.role, tier: row.tier };
  }
  return undefined;
}
