import {
  BUSINESS_TENANT,
  customerGroupRef,
} from '@freehold/plugin-tenancy-common';
import type { Membership } from '@freehold/plugin-tenancy-node';

/** The group that staff belong to. */
export const STAFF_GROUP_REF = `group:${BUSINESS_TENANT}/staff`;

/**
 * Entity refs that a member owns things through. A token made while viewing as
 * a customer claims neither what staff own nor what the customer does, since it
 * may outlive the viewing.
 */
export function ownershipEntityRefs(membership: Membership): string[] {
  if (membership.kind === 'viewing') {
    return [membership.userEntityRef];
  }
  return [
    membership.userEntityRef,
    membership.kind === 'staff'
      ? STAFF_GROUP_REF
      : customerGroupRef(membership.tenant),
  ];
}
