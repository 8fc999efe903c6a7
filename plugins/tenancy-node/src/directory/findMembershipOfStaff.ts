import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '../database';
import { MEMBERSHIP_COLUMNS, toMembership } from './rows';
import type { Membership } from './TenantDirectory';

const VIEWING_COLUMNS = {
  viewed_tenant: 'viewings.tenant_id',
  viewed_tier: 'viewed.tier',
  viewing_id: 'viewings.viewing_id',
  viewing_reason: 'viewings.reason',
  viewing_started_at: 'viewings.started_at',
  viewing_expires_at: 'viewings.expires_at',
} as const;

/**
 * One of the staff, or what is left of them while they view as a customer. It
 * is decided here, where everybody asks who somebody is, so that no plugin can
 * forget about it.
 *
 * @param name - of the member in the business's own tenant
 */
export async function findMembershipOfStaff(
  database: TenantDatabase,
  name: string,
): Promise<Membership | undefined> {
  const row = await database.acrossTenants(
    'know staff and whom they view as',
    trx =>
      trx('members')
        .join('customers', 'customers.tenant_id', 'members.tenant_id')
        .leftJoin('viewings', join =>
          join
            .onVal('viewings.staff_ref', `user:${BUSINESS_TENANT}/${name}`)
            .onNull('viewings.ended_at')
            .on('viewings.expires_at', '>', trx.raw('now()')),
        )
        .leftJoin(
          { viewed: 'customers' },
          'viewed.tenant_id',
          'viewings.tenant_id',
        )
        .where({
          'members.tenant_id': BUSINESS_TENANT,
          'members.member_name': name,
          'customers.state': 'active',
        })
        .whereNull('members.removed_at')
        .orderBy('viewings.started_at', 'desc')
        .first(...MEMBERSHIP_COLUMNS, VIEWING_COLUMNS as any),
  );
  const membership = row && toMembership(row);
  return membership && row.viewing_id
    ? {
        tenant: row.viewed_tenant,
        // No member's name may hold this sign, so that keys made of it fit none.
        member: `@${membership.member}`,
        userEntityRef: membership.userEntityRef,
        displayName: membership.displayName,
        email: membership.email,
        kind: 'viewing',
        role: 'viewer',
        tier: row.viewed_tier,
        viewing: {
          viewingId: row.viewing_id,
          reason: row.viewing_reason,
          startedAt: row.viewing_started_at,
          expiresAt: row.viewing_expires_at,
        },
      }
    : membership;
}
