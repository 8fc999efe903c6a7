import { parseEntityRef } from '@backstage/catalog-model';
import type { Membership } from '@freehold/plugin-tenancy-node';

/**
 * The membership under the name of its account. They differ for staff who view
 * as a customer: how one signs in stays with the business meanwhile.
 */
export function underAccount(membership: Membership): Membership {
  const { namespace, name } = parseEntityRef(membership.userEntityRef);
  return { ...membership, tenant: namespace, member: name };
}
