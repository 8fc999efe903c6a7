import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { FactorKind } from '../domain/factors';
import type { SecretHash } from '../domain/secrets';
import type { ListedSession, Session } from '../domain/sessions';

/** Sessions and the tokens issued for them. */
export class SessionsStore {
  static create(database: TenantDatabase): SessionsStore {
    return new SessionsStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  async addSession(
    trx: TenantTransaction,
    session: Session,
    origin: { device: string; address: string },
  ): Promise<void> {
    await trx('local_sessions').insert({
      tenant_id: session.tenant,
      session_id: session.sessionId,
      member_name: session.member,
      secret_hash: session.secretHash,
      rotated_at: session.rotatedAt,
      created_at: session.createdAt,
      last_used_at: session.lastUsedAt,
      expires_at: session.expiresAt,
      second_factor: session.secondFactor,
      reauthenticated_at: session.reauthenticatedAt,
      device: origin.device,
      address: origin.address,
    });
  }

  /** Sessions of a member that may live, the last used first. */
  async listSessions(
    key: { tenant: string; member: string },
    now: Date,
  ): Promise<ListedSession[]> {
    const rows = await this.database.transaction(key.tenant, trx =>
      trx('local_sessions')
        .where({ tenant_id: key.tenant, member_name: key.member })
        .where('expires_at', '>', now)
        .orderBy('last_used_at', 'desc'),
    );
    return rows.map(row => ({
      ...toSession(row),
      device: row.device,
      address: row.address,
    }));
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

  /**
   * Notes that the member has just proved who they are, under a new cookie.
   * Unlike after a refresh the one before is void at once: whoever copied it
   * has proved nothing.
   */
  async noteReauthentication(
    trx: TenantTransaction,
    session: Pick<Session, 'tenant' | 'sessionId'>,
    secretHash: SecretHash,
    now: Date,
  ): Promise<void> {
    await trx('local_sessions')
      .where({ tenant_id: session.tenant, session_id: session.sessionId })
      .update({
        reauthenticated_at: now,
        secret_hash: secretHash,
        previous_secret_hash: null,
        rotated_at: now,
      });
  }

  /**
   * Notes that the member has shown a second factor in this session, under a
   * new cookie; the one before is void at once.
   */
  async noteSecondFactor(
    trx: TenantTransaction,
    session: Pick<Session, 'tenant' | 'sessionId'>,
    secondFactor: FactorKind,
    secretHash: SecretHash,
    now: Date,
  ): Promise<void> {
    await trx('local_sessions')
      .where({ tenant_id: session.tenant, session_id: session.sessionId })
      .update({
        second_factor: secondFactor,
        secret_hash: secretHash,
        previous_secret_hash: null,
        rotated_at: now,
      });
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

  /**
   * Ends the sessions of a member but one, inside the caller's transaction.
   *
   * @param kept - id of the session that goes on; absent: none does
   * @returns how many ended
   */
  async deleteOtherSessionsOf(
    trx: TenantTransaction,
    key: { tenant: string; member: string },
    kept: string | undefined,
  ): Promise<number> {
    return trx('local_sessions')
      .where({ tenant_id: key.tenant, member_name: key.member })
      .modify(query => kept && query.whereNot({ session_id: kept }))
      .delete();
  }

  /** @returns false when the member has no such session */
  async deleteSessionOf(
    trx: TenantTransaction,
    key: { tenant: string; member: string },
    sessionId: string,
  ): Promise<boolean> {
    const deleted = await trx('local_sessions')
      .where({
        tenant_id: key.tenant,
        member_name: key.member,
        session_id: sessionId,
      })
      .delete();
    return deleted > 0;
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
    createdAt: row.created_at,
    rotatedAt: row.rotated_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    secondFactor: row.second_factor ?? undefined,
    reauthenticatedAt: row.reauthenticated_at ?? undefined,
  };
}
