import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { Challenge, ChallengePurpose } from '../domain/challenges';

type ChallengeKey = Pick<Challenge, 'tenant' | 'challengeId'>;

/** What browsers must still show. */
export class ChallengesStore {
  static create(database: TenantDatabase): ChallengesStore {
    return new ChallengesStore(database);
  }

  private constructor(private readonly database: TenantDatabase) {}

  /** Stores it, in place of the one before of the same name and purpose. */
  async putChallenge(challenge: Challenge, now: Date): Promise<void> {
    await this.database.transaction(challenge.tenant, trx =>
      trx('local_challenges')
        .insert({
          ...where(challenge),
          purpose: challenge.purpose,
          member_name: challenge.member,
          webauthn_challenge: challenge.webauthnChallenge ?? null,
          link: challenge.link ?? null,
          created_at: now,
          expires_at: challenge.expiresAt,
        })
        .onConflict(['tenant_id', 'challenge_id', 'purpose'])
        .merge(),
    );
  }

  /** The challenge of that name for one of the purposes, unless it expired. */
  async findChallenge(
    key: ChallengeKey,
    purposes: readonly ChallengePurpose[],
    now: Date,
  ): Promise<Challenge | undefined> {
    const row = await this.database.transaction(key.tenant, trx =>
      trx('local_challenges')
        .where(where(key))
        .whereIn('purpose', purposes)
        .where('expires_at', '>', now)
        .first(),
    );
    return row && toChallenge(row);
  }

  /**
   * Takes a challenge away: of two that try at once, one gets it.
   *
   * @returns the challenge, or undefined when it is gone or expired
   */
  async takeChallenge(
    key: ChallengeKey,
    purpose: ChallengePurpose,
    now: Date,
  ): Promise<Challenge | undefined> {
    const [row] = await this.database.transaction(key.tenant, trx =>
      trx('local_challenges')
        .where({ ...where(key), purpose })
        .where('expires_at', '>', now)
        .delete()
        .returning('*'),
    );
    return row && toChallenge(row);
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.database.acrossTenants('purge expired challenges', trx =>
      trx('local_challenges').where('expires_at', '<=', now).delete(),
    );
  }
}

function where({ tenant, challengeId }: ChallengeKey) {
  return { tenant_id: tenant, challenge_id: challengeId };
}

function toChallenge(row: Record<string, any>): Challenge {
  return {
    tenant: row.tenant_id,
    challengeId: row.challenge_id,
    purpose: row.purpose,
    member: row.member_name,
    webauthnChallenge: row.webauthn_challenge ?? undefined,
    link: row.link ?? undefined,
    expiresAt: row.expires_at,
  };
}
