import type {
  Outbox,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import type { Member } from '../domain/types';

/** Tells owners and admins, but not the new member, that somebody joined. */
export async function notifyMemberJoined(
  trx: TenantTransaction,
  options: {
    directory: Pick<TenantDirectory, 'findMembersWithRoles'>;
    outbox: Pick<Outbox, 'put'>;
    member: Member;
  },
): Promise<void> {
  const { directory, outbox, member } = options;
  const managers = await directory.findMembersWithRoles(member.customer, [
    'owner',
    'admin',
  ]);
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
      link: '/members',
      severity: 'low',
    });
  }
}
