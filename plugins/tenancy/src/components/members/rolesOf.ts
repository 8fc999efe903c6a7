import {
  BUSINESS_TENANT,
  memberRoles,
  staffRoles,
  type Role,
} from '@freehold/plugin-tenancy-common';

/** The roles there are in a tenant, the most powerful first. */
export function rolesOf(tenant: string): readonly Role[] {
  return tenant === BUSINESS_TENANT ? staffRoles : memberRoles;
}

/** What somebody new most likely is. */
export function usualRoleOf(tenant: string): Role {
  return tenant === BUSINESS_TENANT ? 'support' : 'developer';
}
