import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { AccountKey } from './AccountsStore';

/** An account elsewhere, as its ID tokens name it. */
export interface IdentityKey {
  /** URL of who vouches for it. */
  issuer: string;
  /** Which account there; never an e-mail address. */
  subject: string;
}

export interface LinkedIdentity extends AccountKey, IdentityKey {
  /** `idn_…` */
  identityId: string;
  /** Key of `auth.providers`. */
  provider: string;
  /** What the provider calls the account; for showing only. */
  label?: string;
  createdAt: Date;
  lastUsedAt?: Date;
}

/** Which accounts elsewhere members sign in with. */
export class IdentitiesStore {
  static create(database: TenantDatabase): IdentitiesStore {
    return new IdentitiesStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** The members that an account is bound to. */
  async findByKey({ issuer, subject }: IdentityKey): Promise<LinkedIdentity[]> {
    const rows = await this.database.acrossTenants(
      'sign in by linked identity',
      trx =>
        trx('local_identities').where({ issuer, subject }).orderBy('tenant_id'),
    );
    return rows.map(toIdentity);
  }

  async listOf(key: AccountKey): Promise<LinkedIdentity[]> {
    const rows = await this.database.transaction(key.tenant, trx =>
      trx('local_identities').where(whereMember(key)).orderBy('created_at'),
    );
    return rows.map(toIdentity);
  }

  /** @returns false when the account is bound to somebody of the tenant */
  async addIdentity(
    trx: TenantTransaction,
    identity: LinkedIdentity,
  ): Promise<boolean> {
    const rows = await trx('local_identities')
      .insert({
        ...whereMember(identity),
        issuer: identity.issuer,
        subject: identity.subject,
        identity_id: identity.identityId,
        provider: identity.provider,
        label: identity.label,
        created_at: identity.createdAt,
      })
      .onConflict(['tenant_id', 'issuer', 'subject'])
      .ignore()
      .returning('subject');
    return rows.length > 0;
  }

  async noteUse(identity: LinkedIdentity, now: Date): Promise<void> {
    await this.database.transaction(identity.tenant, trx =>
      trx('local_identities')
        .where({
          tenant_id: identity.tenant,
          identity_id: identity.identityId,
        })
        .update({ last_used_at: now }),
    );
  }

  /** @returns what was removed, if the member had it */
  async removeIdentity(
    trx: TenantTransaction,
    key: AccountKey,
    identityId: string,
  ): Promise<LinkedIdentity | undefined> {
    const [row] = await trx('local_identities')
      .where({ ...whereMember(key), identity_id: identityId })
      .delete()
      .returning('*');
    return row && toIdentity(row);
  }
}

function whereMember({ tenant, member }: AccountKey) {
  return { tenant_id: tenant, member_name: member };
}

function toIdentity(row: Record<string, any>): LinkedIdentity {
  return {
    tenant: row.tenant_id,
    member: row.member_name,
    identityId: row.identity_id,
    issuer: row.issuer,
    subject: row.subject,
    provider: row.provider,
    label: row.label ?? undefined,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}
