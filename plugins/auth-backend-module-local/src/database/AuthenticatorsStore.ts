import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { Authenticator } from '../domain/factors';
import type { AccountKey } from './AccountsStore';

type AuthenticatorKey = Pick<Authenticator, 'tenant' | 'authenticatorId'>;

/** Second factors of members; secrets in them are sealed. */
export class AuthenticatorsStore {
  static create(database: TenantDatabase): AuthenticatorsStore {
    return new AuthenticatorsStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** Those that are set up, oldest first. */
  async listConfirmed(key: AccountKey): Promise<Authenticator[]> {
    return this.database.transaction(key.tenant, trx =>
      this.listConfirmedWithin(trx, key),
    );
  }

  async listConfirmedWithin(
    trx: TenantTransaction,
    key: AccountKey,
  ): Promise<Authenticator[]> {
    const rows = await trx('local_authenticators')
      .where({ tenant_id: key.tenant, member_name: key.member })
      .whereNotNull('confirmed_at')
      .orderBy('created_at');
    return rows.map(toAuthenticator);
  }

  /** One that its member has not shown to work yet. */
  async findUnconfirmed(
    key: AccountKey,
    authenticatorId: string,
  ): Promise<Authenticator | undefined> {
    const row = await this.database.transaction(key.tenant, trx =>
      trx('local_authenticators')
        .where({
          tenant_id: key.tenant,
          authenticator_id: authenticatorId,
          member_name: key.member,
        })
        .whereNull('confirmed_at')
        .first(),
    );
    return row && toAuthenticator(row);
  }

  /** Adds it; what the member had begun and not confirmed before goes. */
  async addAuthenticator(
    trx: TenantTransaction,
    authenticator: Authenticator,
  ): Promise<void> {
    const { tenant, member, totp, passkey } = authenticator;
    await trx('local_authenticators')
      .where({ tenant_id: tenant, member_name: member })
      .whereNull('confirmed_at')
      .delete();
    await trx('local_authenticators').insert({
      tenant_id: tenant,
      authenticator_id: authenticator.authenticatorId,
      member_name: member,
      kind: authenticator.kind,
      name: authenticator.name,
      sealed_secret: totp?.sealedSecret,
      credential_id: passkey?.credentialId,
      public_key: passkey?.publicKey,
      counter: passkey?.counter,
      transports: passkey?.transports,
      created_at: authenticator.createdAt,
      confirmed_at: authenticator.confirmedAt,
    });
  }

  /** @returns false when another request was faster */
  async confirm(
    trx: TenantTransaction,
    key: AuthenticatorKey,
    change: { name: string; step: number; now: Date },
  ): Promise<boolean> {
    const updated = await trx('local_authenticators')
      .where(where(key))
      .whereNull('confirmed_at')
      .update({
        name: change.name,
        last_used_step: change.step,
        confirmed_at: change.now,
        last_used_at: change.now,
      });
    return updated > 0;
  }

  /**
   * Uses up the codes of a step and of all before it.
   *
   * @returns false when they were used already
   */
  async useStep(
    key: AuthenticatorKey,
    step: number,
    now: Date,
  ): Promise<boolean> {
    const updated = await this.database.transaction(key.tenant, trx =>
      trx('local_authenticators')
        .where(where(key))
        .where(either =>
          either
            .whereNull('last_used_step')
            .orWhere('last_used_step', '<', step),
        )
        .update({ last_used_step: step, last_used_at: now }),
    );
    return updated > 0;
  }

  /**
   * Notes a passkey's new counter.
   *
   * @returns false when its counter moved in the meantime
   */
  async useCounter(
    key: AuthenticatorKey,
    change: { from: number; to: number; now: Date },
  ): Promise<boolean> {
    const updated = await this.database.transaction(key.tenant, trx =>
      trx('local_authenticators')
        .where({ ...where(key), counter: change.from })
        .update({ counter: change.to, last_used_at: change.now }),
    );
    return updated > 0;
  }

  /** @returns what was removed, if the member had it */
  async removeAuthenticator(
    trx: TenantTransaction,
    key: AccountKey,
    authenticatorId: string,
  ): Promise<Authenticator | undefined> {
    const [row] = await trx('local_authenticators')
      .where({
        tenant_id: key.tenant,
        authenticator_id: authenticatorId,
        member_name: key.member,
      })
      .delete()
      .returning('*');
    return row && toAuthenticator(row);
  }

  async removeAllOf(trx: TenantTransaction, key: AccountKey): Promise<void> {
    await trx('local_authenticators')
      .where({ tenant_id: key.tenant, member_name: key.member })
      .delete();
  }

  /** Secrets that a key before the present one wrapped. */
  async listOutdated(
    presentPrefix: Buffer,
    limit: number,
  ): Promise<(AuthenticatorKey & { sealedSecret: Buffer })[]> {
    const rows = await this.database.acrossTenants(
      'find what an older key wrapped',
      trx =>
        trx('local_authenticators')
          .whereNotNull('sealed_secret')
          .whereRaw('substring(sealed_secret from 1 for ?) <> ?', [
            presentPrefix.length,
            presentPrefix,
          ])
          .limit(limit),
    );
    return rows.map(row => ({
      tenant: row.tenant_id,
      authenticatorId: row.authenticator_id,
      sealedSecret: row.sealed_secret,
    }));
  }

  async replaceSecret(
    key: AuthenticatorKey,
    from: Buffer,
    to: Buffer,
  ): Promise<void> {
    await this.database.transaction(key.tenant, trx =>
      trx('local_authenticators')
        .where({ ...where(key), sealed_secret: from })
        .update({ sealed_secret: to }),
    );
  }
}

function where({ tenant, authenticatorId }: AuthenticatorKey) {
  return { tenant_id: tenant, authenticator_id: authenticatorId };
}

function toAuthenticator(row: Record<string, any>): Authenticator {
  return {
    tenant: row.tenant_id,
    authenticatorId: row.authenticator_id,
    member: row.member_name,
    kind: row.kind,
    name: row.name,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    totp: row.sealed_secret
      ? {
          sealedSecret: row.sealed_secret,
          lastUsedStep: toNumber(row.last_used_step),
        }
      : undefined,
    passkey: row.credential_id
      ? {
          credentialId: row.credential_id,
          publicKey: row.public_key,
          counter: Number(row.counter),
          transports: row.transports ?? [],
        }
      : undefined,
  };
}

function toNumber(value: string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
