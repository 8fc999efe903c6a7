import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  Outbox,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import type { Member } from '../domain/types';

/**
 * Tells those who manage the members, but not the new one, that somebody
 * joined.
 */
export async function notifyMemberJoined(
  trx: TenantTransaction,
  options: {
    directory: Pick<TenantDirectory, 'findMembersWithRoles'>;
    outbox: Pick<Outbox, 'put'>;
    member: Member;
  },
): Promise<void> {
  const { directory, outbox, member } = options;
  const isStaff = member.customer === BUSINESS_TENANT;
  const managers = await directory.findMembersWithRoles(
    member.customer,
    isStaff ? ['operator'] : ['owner', 'admin'],
  );
  const recipients = managers
    .map(({ userEntityRef }) => userEntityRef)
    .filter(ref => ref !== member.entityRef);
  if (recipients.length > 0) {
    await outbox.put(trx, {
      kind: 'notification',
      id: randomUUID(),
      tenant: member.customer,
      recipients,
      topic: 'member-joined',
      title: `${member.displayName} joined as ${member.role}`,
      description: member.email,
      link: isStaff ? '/staff' : '/members',
      severity: 'low',
    });
  }
}
