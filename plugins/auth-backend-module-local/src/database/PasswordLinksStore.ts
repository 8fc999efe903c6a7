import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SecretHash } from '../domain/secrets';

export interface PasswordLink {
  tenant: string;
  member: string;
  expiresAt: Date;
  /** Asked for by the address itself, for want of the password. */
  isReset?: boolean;
}

/** Set-password links, at most one per member and purpose. */
export class PasswordLinksStore {
  static create(database: TenantDatabase): PasswordLinksStore {
    return new PasswordLinksStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** Stores the member's link; the one before stops working. */
  async replaceLink(
    link: PasswordLink,
    secretHash: SecretHash,
    now: Date,
  ): Promise<void> {
    await this.database.transaction(link.tenant, trx =>
      trx('local_password_links')
        .insert({
          tenant_id: link.tenant,
          member_name: link.member,
          secret_hash: secretHash,
          created_at: now,
          expires_at: link.expiresAt,
        })
        .onConflict(['tenant_id', 'member_name', 'purpose'])
        .merge(),
    );
  }

  /**
   * Stores the link that a member's address asked for, inside the caller's
   * transaction; the one before stops working.
   *
   * @param times.keepSince - a link made since then stays in its place
   * @returns false when one stayed
   */
  async addResetLink(
    trx: TenantTransaction,
    link: PasswordLink,
    secretHash: SecretHash,
    times: { now: Date; keepSince: Date },
  ): Promise<boolean> {
    const stored = await trx('local_password_links')
      .insert({
        tenant_id: link.tenant,
        member_name: link.member,
        purpose: 'reset',
        secret_hash: secretHash,
        created_at: times.now,
        expires_at: link.expiresAt,
      })
      .onConflict(['tenant_id', 'member_name', 'purpose'])
      .merge()
      .where('local_password_links.created_at', '<', times.keepSince)
      .returning('member_name');
    return stored.length > 0;
  }

  /** Takes all links of a member out of use, inside the caller's transaction. */
  async deleteLinksOf(
    trx: TenantTransaction,
    key: { tenant: string; member: string },
  ): Promise<void> {
    await trx('local_password_links')
      .where({ tenant_id: key.tenant, member_name: key.member })
      .delete();
  }

  async findLink(
    tenant: string,
    secretHash: SecretHash,
    now: Date,
  ): Promise<PasswordLink | undefined> {
    const row = await this.database.transaction(tenant, trx =>
      trx('local_password_links')
        .where({ tenant_id: tenant, secret_hash: secretHash })
        .where('expires_at', '>', now)
        .first(),
    );
    return row && toLink(row);
  }

  /**
   * Takes a link out of use, inside the caller's transaction: of two that try
   * at once, one gets it.
   */
  async takeLink(
    trx: TenantTransaction,
    tenant: string,
    secretHash: SecretHash,
    now: Date,
  ): Promise<PasswordLink | undefined> {
    const [row] = await trx('local_password_links')
      .where({ tenant_id: tenant, secret_hash: secretHash })
      .where('expires_at', '>', now)
      .delete()
      .returning('*');
    return row && toLink(row);
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.database.acrossTenants('purge expired links', trx =>
      trx('local_password_links').where('expires_at', '<=', now).delete(),
    );
  }
}

function toLink(row: Record<string, any>): PasswordLink {
  return {
    tenant: row.tenant_id,
    member: row.member_name,
    expiresAt: row.expires_at,
    ...(row.purpose === 'reset' && { isReset: true }),
  };
}
