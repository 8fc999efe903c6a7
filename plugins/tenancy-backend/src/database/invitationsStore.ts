import type { Role } from '@freehold/plugin-tenancy-common';
import type {
  SecretHash,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { Invitation, Page, PageRequest } from '../domain/types';

export interface InvitationRow {
  tenant_id: string;
  invitation_id: string;
  email: string;
  role: Role;
  token_hash: SecretHash;
  invited_by: string | null;
  inviter_name: string | null;
  created_at: Date;
  sent_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  member_name: string | null;
  revoked_at: Date | null;
}

export async function insertInvitation(
  trx: TenantTransaction,
  row: Omit<InvitationRow, 'accepted_at' | 'member_name' | 'revoked_at'>,
): Promise<void> {
  await trx('invitations').insert(row);
}

/** An invitation that waits for its answer, whether or not it still can. */
export async function findWaitingInvitation(
  trx: TenantTransaction,
  tenant: string,
  by: { id: string } | { email: string },
): Promise<InvitationRow | undefined> {
  const query = waiting(trx, tenant).forUpdate();
  return 'id' in by
    ? query.where({ invitation_id: by.id }).first()
    : query.whereRaw('lower(email) = lower(?)', [by.email]).first();
}

/** Whatever became of it: who holds the token may know. */
export async function findInvitationByToken(
  trx: TenantTransaction,
  tenant: string,
  tokenHash: SecretHash,
): Promise<InvitationRow | undefined> {
  return trx<InvitationRow>('invitations')
    .where({ tenant_id: tenant, token_hash: tokenHash })
    .first();
}

export async function countWaitingInvitations(
  trx: TenantTransaction,
  tenant: string,
): Promise<number> {
  const [{ count }] = await waiting(trx, tenant).count({ count: '*' });
  return Number(count);
}

export async function updateInvitationRow(
  trx: TenantTransaction,
  { tenant_id, invitation_id }: InvitationRow,
  changes: Partial<InvitationRow>,
): Promise<void> {
  await trx('invitations').where({ tenant_id, invitation_id }).update(changes);
}

/** Newest first. */
export async function listInvitationPage(
  trx: TenantTransaction,
  tenant: string,
  { offset, limit }: PageRequest,
): Promise<Page<Invitation>> {
  const total = await countWaitingInvitations(trx, tenant);
  const rows = await waiting(trx, tenant)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'invitation_id' },
    ])
    .offset(offset)
    .limit(limit)
    .select<InvitationRow[]>('*');
  const now = new Date();
  return { items: rows.map(row => toInvitation(row, now)), total };
}

export function toInvitation(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.invitation_id,
    tenant: row.tenant_id,
    email: row.email,
    role: row.role,
    state: row.expires_at > now ? 'open' : 'expired',
    ...(row.invited_by && { invitedBy: row.invited_by }),
    ...(row.inviter_name && { inviterName: row.inviter_name }),
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

function waiting(trx: TenantTransaction, tenant: string) {
  return trx<InvitationRow>('invitations')
    .where({ tenant_id: tenant })
    .whereNull('accepted_at')
    .whereNull('revoked_at');
}
