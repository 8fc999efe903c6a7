import type {
  SecretHash,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { EmailChange } from '../domain/types';

export interface EmailChangeRow {
  tenant_id: string;
  member_name: string;
  old_email: string;
  new_email: string;
  old_token_hash: SecretHash;
  new_token_hash: SecretHash;
  old_confirmed_at: Date | null;
  new_confirmed_at: Date | null;
  created_at: Date;
  expires_at: Date;
}

/** The member's change, whether or not it has expired. */
export async function findEmailChange(
  trx: TenantTransaction,
  tenant: string,
  member: string,
): Promise<EmailChangeRow | undefined> {
  return trx<EmailChangeRow>('email_changes')
    .where({ tenant_id: tenant, member_name: member })
    .first();
}

/** The change that one of its two links leads to, unless it has expired. */
export async function findEmailChangeByToken(
  trx: TenantTransaction,
  tenant: string,
  tokenHash: SecretHash,
  now: Date,
): Promise<EmailChangeRow | undefined> {
  return trx<EmailChangeRow>('email_changes')
    .where({ tenant_id: tenant })
    .where('expires_at', '>', now)
    .where(either =>
      either
        .where({ old_token_hash: tokenHash })
        .orWhere({ new_token_hash: tokenHash }),
    )
    .first();
}

/** Puts a change in the place of the member's last one. */
export async function replaceEmailChange(
  trx: TenantTransaction,
  row: EmailChangeRow,
): Promise<void> {
  await trx('email_changes')
    .insert(row)
    .onConflict(['tenant_id', 'member_name'])
    .merge();
}

export async function updateEmailChange(
  trx: TenantTransaction,
  { tenant_id, member_name }: EmailChangeRow,
  changes: Partial<EmailChangeRow>,
): Promise<void> {
  await trx('email_changes').where({ tenant_id, member_name }).update(changes);
}

/** @returns whether there was one */
export async function deleteEmailChange(
  trx: TenantTransaction,
  tenant: string,
  member: string,
): Promise<boolean> {
  const deleted = await trx('email_changes')
    .where({ tenant_id: tenant, member_name: member })
    .delete();
  return deleted > 0;
}

export function toEmailChange(row: EmailChangeRow): EmailChange {
  return {
    newEmail: row.new_email,
    isOldConfirmed: row.old_confirmed_at !== null,
    isNewConfirmed: row.new_confirmed_at !== null,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
