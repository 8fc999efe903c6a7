import {
  BUSINESS_TENANT,
  customerGroupRef,
} from '@freehold/plugin-tenancy-common';
import type { Membership } from '@freehold/plugin-tenancy-node';

/** The group that staff belong to. */
export const STAFF_GROUP_REF = `group:${BUSINESS_TENANT}/staff`;

/** Entity refs that a member owns things through. */
export function ownershipEntityRefs(membership: Membership): string[] {
  return [
    membership.userEntityRef,
    membership.kind === 'staff'
      ? STAFF_GROUP_REF
      : customerGroupRef(membership.tenant),
  ];
}
