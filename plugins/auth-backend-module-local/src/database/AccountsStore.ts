import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';

export interface AccountKey {
  tenant: string;
  member: string;
}

/** Passwords of members, as argon2id hashes. */
export class AccountsStore {
  static create(database: TenantDatabase): AccountsStore {
    return new AccountsStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  async findPasswordHash(key: AccountKey): Promise<string | undefined> {
    return this.database.transaction(key.tenant, async trx => {
      const row = await trx('local_accounts').where(where(key)).first();
      return row?.password_hash;
    });
  }

  /**
   * Replaces `oldHash` by `newHash`; does nothing when the password was changed
   * in the meantime.
   */
  async replacePasswordHash(
    key: AccountKey,
    oldHash: string,
    newHash: string,
  ): Promise<void> {
    await this.database.transaction(key.tenant, trx =>
      trx('local_accounts')
        .where({ ...where(key), password_hash: oldHash })
        .update({ password_hash: newHash }),
    );
  }

  /** Gives a member its first password; keeps the one it has. */
  async addPasswordHash(
    key: AccountKey,
    passwordHash: string,
    now: Date,
  ): Promise<void> {
    await this.database.transaction(key.tenant, trx =>
      trx('local_accounts')
        .insert({
          ...where(key),
          password_hash: passwordHash,
          password_set_at: now,
        })
        .onConflict(['tenant_id', 'member_name'])
        .ignore(),
    );
  }

  /** Whether the member has a password, inside the caller's transaction. */
  async hasPassword(trx: TenantTransaction, key: AccountKey): Promise<boolean> {
    const row = await trx('local_accounts').where(where(key)).first();
    return row !== undefined;
  }

  /** Sets the password inside the caller's transaction. */
  async setPasswordHash(
    trx: TenantTransaction,
    key: AccountKey,
    passwordHash: string,
    now: Date,
  ): Promise<void> {
    await trx('local_accounts')
      .insert({
        ...where(key),
        password_hash: passwordHash,
        password_set_at: now,
      })
      .onConflict(['tenant_id', 'member_name'])
      .merge();
  }
}

function where({ tenant, member }: AccountKey) {
  return { tenant_id: tenant, member_name: member };
}
