import type {
  Membership,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import type { ChallengesStore } from '../database/ChallengesStore';
import { underAccount } from '../domain/accounts';
import {
  type Challenge,
  CHALLENGE_LIFETIME_MS,
  type ChallengePurpose,
  ENROLMENT_LIFETIME_MS,
} from '../domain/challenges';
import { challengeEnded } from '../domain/errors';
import {
  type Authenticator,
  isRequiredFor,
  type SecondFactorPolicy,
} from '../domain/factors';
import { createTenantSecret, parseTenantSecret } from '../domain/secrets';
import type { FactorAnswer, FactorsService } from './FactorsService';
import type { Passkeys } from './Passkeys';
import type { SignInAudit } from './SignInAudit';
import type {
  RequestOrigin,
  SessionsService,
  SignedIn,
} from './SessionsService';

/** Not signed in yet: the browser has to show more first. */
export interface Challenged {
  challenge: components['schemas']['Challenge'];
  /** Ties the challenge to the browser. */
  challengeCookie: string;
}

interface ChallengesServiceOptions {
  store: ChallengesStore;
  authenticators: AuthenticatorsStore;
  directory: TenantDirectory;
  factors: FactorsService;
  passkeys: Passkeys;
  sessions: SessionsService;
  policy: SecondFactorPolicy;
  audit: SignInAudit;
}

/** What stands between a right password and a session. */
export class ChallengesService {
  static create(options: ChallengesServiceOptions): ChallengesService {
    return new ChallengesService(options);
  }

  private constructor(private readonly options: ChallengesServiceOptions) {}

  /**
   * Lets in who has shown a password or an account elsewhere, or says what is
   * missing. Either way the session that the browser was in before ends.
   */
  async enter(
    membership: Membership,
    origin: RequestOrigin,
    previousCookie: string | undefined,
  ): Promise<SignedIn | Challenged> {
    const { authenticators, policy, sessions } = this.options;
    const own = await authenticators.listConfirmed(membership);
    if (own.length === 0 && !isRequiredFor(policy, membership)) {
      return sessions.startSession(membership, origin, previousCookie);
    }
    await sessions.endSession(previousCookie);
    return this.beginChallenge(membership, own);
  }

  /**
   * What the browser still has to show, after a reload or a way round by
   * another site.
   *
   * @throws AuthenticationError when it took too long, or there was nothing
   */
  async getChallenge(
    cookie: string | undefined,
  ): Promise<components['schemas']['Challenge']> {
    const { challenge } = await this.requireChallenge(cookie, [
      'signIn',
      'enrol',
    ]);
    const own = await this.options.authenticators.listConfirmed(challenge);
    return this.describe(challenge, own);
  }

  /**
   * @throws AuthenticationError when the answer is wrong, or came too late
   * @throws TooManyRequestsError
   */
  async answerChallenge(
    cookie: string | undefined,
    answer: FactorAnswer,
    origin: RequestOrigin,
    previousCookie: string | undefined,
  ): Promise<SignedIn> {
    const { sessions, store } = this.options;
    const { challenge, membership } = await this.requireChallenge(cookie, [
      'signIn',
    ]);
    const shown = await this.checkAnswer(
      membership,
      answer,
      origin,
      challenge.webauthnChallenge,
    );
    if (!(await store.takeChallenge(challenge, 'signIn', new Date()))) {
      throw challengeEnded();
    }
    return sessions.startSession(membership, origin, previousCookie, shown);
  }

  private async checkAnswer(
    membership: Membership,
    ...answered: [FactorAnswer, RequestOrigin, string | undefined]
  ) {
    const { audit, factors } = this.options;
    try {
      return await factors.checkAnswer(membership, ...answered);
    } catch (error) {
      await audit.refused(
        membership.email,
        [membership],
        'The password was right, the second factor was not.',
      );
      throw error;
    }
  }

  /**
   * The challenge of a browser, and whose it is.
   *
   * @throws AuthenticationError when there is none for such a purpose
   */
  async requireChallenge(
    cookie: string | undefined,
    purposes: readonly ChallengePurpose[],
  ): Promise<{ challenge: Challenge; membership: Membership }> {
    const { directory, store } = this.options;
    const presented = parseTenantSecret(cookie);
    const challenge =
      presented &&
      (await store.findChallenge(
        { tenant: presented.tenant, challengeId: presented.hash },
        purposes,
        new Date(),
      ));
    const membership =
      challenge &&
      (await directory.findMembership(
        `user:${challenge.tenant}/${challenge.member}`,
      ));
    if (!membership) {
      throw challengeEnded();
    }
    return { challenge, membership: underAccount(membership) };
  }

  private async beginChallenge(
    membership: Membership,
    own: Authenticator[],
  ): Promise<Challenged> {
    const secret = createTenantSecret(membership.tenant);
    const isEnrolment = own.length === 0;
    const lifetimeMs = isEnrolment
      ? ENROLMENT_LIFETIME_MS
      : CHALLENGE_LIFETIME_MS;
    const challenge = await this.describe(
      {
        tenant: membership.tenant,
        challengeId: secret.hash,
        purpose: isEnrolment ? 'enrol' : 'signIn',
        member: membership.member,
        expiresAt: new Date(Date.now() + lifetimeMs),
      },
      own,
    );
    return { challenge, challengeCookie: secret.text };
  }

  /** Stores the challenge with what a passkey must sign, and tells it. */
  private async describe(
    challenge: Challenge,
    own: Authenticator[],
  ): Promise<components['schemas']['Challenge']> {
    const { passkeys, store } = this.options;
    const expiresAt = challenge.expiresAt.toISOString();
    if (challenge.purpose === 'enrol') {
      await store.putChallenge(challenge, new Date());
      return { kinds: ['enrol'], expiresAt };
    }
    const hasTotp = own.some(({ kind }) => kind === 'totp');
    const hasPasskey = own.some(({ kind }) => kind === 'passkey');
    const passkey = hasPasskey ? await passkeys.createRequest(own) : undefined;
    await store.putChallenge(
      { ...challenge, webauthnChallenge: passkey?.challenge },
      new Date(),
    );
    return {
      kinds: [
        ...(hasPasskey ? (['passkey'] as const) : []),
        ...(hasTotp ? (['code'] as const) : []),
        'recoveryCode',
      ],
      // Options are plain JSON; the contract leaves them to WebAuthn.
      passkey: passkey && { ...passkey },
      expiresAt,
    };
  }
}
