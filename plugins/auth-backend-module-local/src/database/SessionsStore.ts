import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SecretHash } from '../domain/secrets';
import type { Session } from '../domain/sessions';

/** Sessions and the tokens issued for them. */
export class SessionsStore {
  static create(database: TenantDatabase): SessionsStore {
    return new SessionsStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** @param also - is done along with it, or neither is */
  async addSession(
    session: Session,
    origin: { device: string; address: string },
    also: (trx: TenantTransaction) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(session.tenant, async trx => {
      await trx('local_sessions').insert({
        tenant_id: session.tenant,
        session_id: session.sessionId,
        member_name: session.member,
        secret_hash: session.secretHash,
        rotated_at: session.rotatedAt,
        created_at: session.rotatedAt,
        last_used_at: session.lastUsedAt,
        expires_at: session.expiresAt,
        device: origin.device,
        address: origin.address,
      });
      await also(trx);
    });
  }

  /** The session whose present or last cookie has this hash. */
  async findSessionByCookie(
    tenant: string,
    secretHash: SecretHash,
  ): Promise<Session | undefined> {
    const row = await this.database.transaction(tenant, trx =>
      trx('local_sessions')
        .where({ tenant_id: tenant })
        .where(either =>
          either
            .where({ secret_hash: secretHash })
            .orWhere({ previous_secret_hash: secretHash }),
        )
        .first(),
    );
    return row && toSession(row);
  }

  /** The session that a token was issued for. */
  async findSessionByProof(
    tenant: string,
    proofHash: SecretHash,
  ): Promise<Session | undefined> {
    const row = await this.database.transaction(tenant, trx =>
      trx('local_session_tokens as tokens')
        .join('local_sessions as sessions', {
          'sessions.tenant_id': 'tokens.tenant_id',
          'sessions.session_id': 'tokens.session_id',
        })
        .where({ 'tokens.tenant_id': tenant, 'tokens.proof_hash': proofHash })
        .first('sessions.*'),
    );
    return row && toSession(row);
  }

  /**
   * Gives the session a new cookie, if `from` is still its present one.
   *
   * @returns false when another request was faster
   */
  async rotateSecret(
    session: Session,
    to: SecretHash,
    now: Date,
  ): Promise<boolean> {
    const updated = await this.database.transaction(session.tenant, trx =>
      trx('local_sessions')
        .where({
          tenant_id: session.tenant,
          session_id: session.sessionId,
          secret_hash: session.secretHash,
        })
        .update({
          secret_hash: to,
          previous_secret_hash: session.secretHash,
          rotated_at: now,
          last_used_at: now,
        }),
    );
    return updated > 0;
  }

  async noteUse(session: Session, now: Date): Promise<void> {
    await this.database.transaction(session.tenant, trx =>
      trx('local_sessions')
        .where({ tenant_id: session.tenant, session_id: session.sessionId })
        .where('last_used_at', '<', now)
        .update({ last_used_at: now }),
    );
  }

  async addToken(
    session: Session,
    proofHash: SecretHash,
    expiresAt: Date,
  ): Promise<void> {
    await this.database.transaction(session.tenant, trx =>
      trx('local_session_tokens').insert({
        tenant_id: session.tenant,
        proof_hash: proofHash,
        session_id: session.sessionId,
        expires_at: expiresAt,
      }),
    );
  }

  /**
   * Ends a session; its tokens go with it.
   *
   * @param also - is done along with it, unless the session was gone already
   */
  async deleteSession(
    session: Pick<Session, 'tenant' | 'sessionId'>,
    also: (trx: TenantTransaction) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(session.tenant, async trx => {
      const deleted = await trx('local_sessions')
        .where({ tenant_id: session.tenant, session_id: session.sessionId })
        .delete();
      if (deleted > 0) {
        await also(trx);
      }
    });
  }

  /** Ends all sessions of a member, inside the caller's transaction. */
  async deleteSessionsOf(
    trx: TenantTransaction,
    key: { tenant: string; member: string },
  ): Promise<void> {
    await trx('local_sessions')
      .where({ tenant_id: key.tenant, member_name: key.member })
      .delete();
  }

  async deleteExpired(idleSince: Date, now: Date): Promise<void> {
    await this.database.acrossTenants('purge ended sessions', async trx => {
      await trx('local_session_tokens').where('expires_at', '<=', now).delete();
      await trx('local_sessions')
        .where('expires_at', '<=', now)
        .orWhere('last_used_at', '<=', idleSince)
        .delete();
    });
  }
}

function toSession(row: Record<string, any>): Session {
  return {
    tenant: row.tenant_id,
    sessionId: row.session_id,
    member: row.member_name,
    secretHash: row.secret_hash,
    previousSecretHash: row.previous_secret_hash ?? undefined,
    rotatedAt: row.rotated_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  };
}
