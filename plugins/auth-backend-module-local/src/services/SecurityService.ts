import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  Membership,
  Outbox,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { AccountsStore } from '../database/AccountsStore';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import type { ChallengesStore } from '../database/ChallengesStore';
import type { RecoveryCodesStore } from '../database/RecoveryCodesStore';
import type { SessionsStore } from '../database/SessionsStore';
import { subjectsOf } from '../domain/attempts';
import { readDevice } from '../domain/devices';
import { CHALLENGE_LIFETIME_MS } from '../domain/challenges';
import {
  factorRefused,
  ReauthenticationRequiredError,
  signInRefused,
  viewingOnlyReads,
} from '../domain/errors';
import { isRequiredFor, type SecondFactorPolicy } from '../domain/factors';
import { createTenantSecret } from '../domain/secrets';
import {
  isLive,
  type ListedSession,
  reauthenticatedUntil,
  type Session,
  type SessionLimits,
} from '../domain/sessions';
import type { AttemptLimiter } from './AttemptLimiter';
import { describeAuthenticator } from './EnrolmentService';
import type { FactorChanges } from './FactorChanges';
import type { FactorAnswer, FactorsService } from './FactorsService';
import type { IdentitiesService } from './IdentitiesService';
import type { KnownDevices } from './KnownDevices';
import type { PasswordHasher } from './PasswordHasher';
import type { Passkeys } from './Passkeys';
import type { RequestOrigin } from './SessionsService';

/** Who looks after their own account, in which session. */
export interface AccountHolder {
  membership: Membership;
  session: Session;
}

interface SecurityServiceOptions {
  database: TenantDatabase;
  accounts: AccountsStore;
  authenticators: AuthenticatorsStore;
  challenges: ChallengesStore;
  recoveryCodes: RecoveryCodesStore;
  sessions: SessionsStore;
  changes: FactorChanges;
  devices: KnownDevices;
  factors: FactorsService;
  hasher: PasswordHasher;
  identities: IdentitiesService;
  limiter: AttemptLimiter;
  limits: SessionLimits;
  outbox: Outbox;
  passkeys: Passkeys;
  policy: SecondFactorPolicy;
}

/** What members see and change of how they sign in. */
export class SecurityService {
  static create(options: SecurityServiceOptions): SecurityService {
    return new SecurityService(options);
  }

  private constructor(private readonly options: SecurityServiceOptions) {}

  async getSecurity({
    membership,
    session,
  }: AccountHolder): Promise<components['schemas']['Security']> {
    const { accounts, authenticators, identities, policy, recoveryCodes } =
      this.options;
    const [own, left, passwordHash, linked] = await Promise.all([
      authenticators.listConfirmed(membership),
      recoveryCodes.countUnused(membership),
      accounts.findPasswordHash(membership),
      identities.listOf(membership),
    ]);
    return {
      authenticators: own.map(describeAuthenticator),
      recoveryCodesLeft: left,
      isSecondFactorRequired: isRequiredFor(policy, membership),
      hasPassword: passwordHash !== undefined,
      reauthenticatedUntil: reauthenticatedUntil(
        session,
        new Date(),
      )?.toISOString(),
      identities: linked,
    };
  }

  async listSessions({
    membership,
    session,
  }: AccountHolder): Promise<components['schemas']['ListedSession'][]> {
    const now = new Date();
    const all = await this.options.sessions.listSessions(membership, now);
    return all
      .filter(each => isLive(each, this.options.limits, now))
      .map(each => describeSession(each, session));
  }

  /** @throws NotFoundError when the member has no such session */
  async revokeSession(
    { membership }: AccountHolder,
    sessionId: string,
  ): Promise<void> {
    const { database, outbox, sessions } = this.options;
    await database.transaction(membership.tenant, async trx => {
      if (!(await sessions.deleteSessionOf(trx, membership, sessionId))) {
        throw new NotFoundError(
          'There is no such session. It may have ended already.',
        );
      }
      await outbox.recordAudit(trx, {
        tenant: membership.tenant,
        action: 'revokeSession',
        object: { kind: 'session', id: sessionId },
      });
    });
  }

  /** @returns how many ended */
  async revokeOtherSessions({
    membership,
    session,
  }: AccountHolder): Promise<number> {
    const { database, outbox, sessions } = this.options;
    return database.transaction(membership.tenant, async trx => {
      const ended = await sessions.deleteOtherSessionsOf(
        trx,
        membership,
        session.sessionId,
      );
      await outbox.recordAudit(trx, {
        tenant: membership.tenant,
        action: 'revokeOtherSessions',
        object: { kind: 'member', id: membership.member },
        after: { ended },
      });
      return ended;
    });
  }

  /** What a browser needs to have a passkey say that it is still its owner. */
  async beginReauthentication({
    membership,
    session,
  }: AccountHolder): Promise<{ passkey?: Record<string, unknown> }> {
    const { authenticators, challenges, passkeys } = this.options;
    const own = await authenticators.listConfirmed(membership);
    if (!own.some(({ kind }) => kind === 'passkey')) {
      return {};
    }
    const options = await passkeys.createRequest(own);
    await challenges.putChallenge(
      {
        tenant: session.tenant,
        challengeId: session.sessionId,
        purpose: 'reauthenticate',
        member: session.member,
        webauthnChallenge: options.challenge,
        expiresAt: new Date(Date.now() + CHALLENGE_LIFETIME_MS),
      },
      new Date(),
    );
    return { passkey: { ...options } };
  }

  /**
   * Lets the session change how its member signs in, for ten minutes.
   *
   * @returns the session's new cookie; the one before is void
   * @throws AuthenticationError when the password or second factor is wrong
   * @throws TooManyRequestsError
   */
  async reauthenticate(
    holder: AccountHolder,
    proof: FactorAnswer & { password?: string },
    origin: RequestOrigin,
  ): Promise<string> {
    const { database, sessions } = this.options;
    if (proof.password !== undefined) {
      await this.checkPassword(holder, proof.password, origin);
    } else {
      await this.checkFactor(holder, proof, origin);
    }
    const { session } = holder;
    const secret = createTenantSecret(session.tenant);
    await database.transaction(session.tenant, trx =>
      sessions.noteReauthentication(trx, session, secret.hash, new Date()),
    );
    return secret.text;
  }

  /**
   * @throws NotAllowedError while the holder views as a customer
   * @throws ReauthenticationRequiredError
   */
  requireReauthenticated({ membership, session }: AccountHolder): void {
    if (membership.kind === 'viewing') {
      throw viewingOnlyReads();
    }
    if (!reauthenticatedUntil(session, new Date())) {
      throw new ReauthenticationRequiredError();
    }
  }

  /**
   * @throws ReauthenticationRequiredError
   * @throws NotFoundError when the member has no such second factor
   * @throws ConflictError when it is the last one and the role needs one
   */
  async removeAuthenticator(
    holder: AccountHolder,
    authenticatorId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    this.requireReauthenticated(holder);
    const { authenticators, changes, database, policy, recoveryCodes } =
      this.options;
    const { membership, session } = holder;
    await database.transaction(membership.tenant, async trx => {
      const authenticator = await authenticators.removeAuthenticator(
        trx,
        membership,
        authenticatorId,
      );
      if (!authenticator) {
        throw new NotFoundError('There is no such second factor');
      }
      const left = await authenticators.listConfirmedWithin(trx, membership);
      if (left.length === 0) {
        if (isRequiredFor(policy, membership)) {
          throw new ConflictError(
            'Your role needs a second factor. Add another before you remove this one.',
          );
        }
        await recoveryCodes.removeAllOf(trx, membership);
      }
      await changes.noteRemoved(trx, {
        membership,
        session,
        authenticator,
        origin,
      });
    });
  }

  /**
   * @throws ReauthenticationRequiredError
   * @throws ConflictError when there is no second factor to recover
   */
  async createRecoveryCodes(
    holder: AccountHolder,
    origin: RequestOrigin,
  ): Promise<string[]> {
    this.requireReauthenticated(holder);
    const { authenticators, changes, database } = this.options;
    const { membership } = holder;
    return database.transaction(membership.tenant, async trx => {
      const own = await authenticators.listConfirmedWithin(trx, membership);
      if (own.length === 0) {
        throw new ConflictError(
          'Recovery codes stand in for a second factor. Set one up first.',
        );
      }
      return changes.renewRecoveryCodes(trx, { ...holder, origin });
    });
  }

  private async checkPassword(
    { membership }: AccountHolder,
    password: string,
    origin: RequestOrigin,
  ): Promise<void> {
    const { accounts, devices, hasher, limiter } = this.options;
    const subjects = subjectsOf(membership.email.toLowerCase(), {
      address: origin.address,
      knownDevice: await devices.findKnown([membership], origin.deviceToken),
    });
    await limiter.count(subjects);
    const passwordHash = await accounts.findPasswordHash(membership);
    if (!passwordHash || !(await hasher.verify(passwordHash, password))) {
      throw signInRefused();
    }
    await limiter.uncount(subjects);
  }

  private async checkFactor(
    { membership, session }: AccountHolder,
    answer: FactorAnswer,
    origin: RequestOrigin,
  ): Promise<void> {
    const { challenges, factors } = this.options;
    const challenge =
      answer.passkey &&
      (await challenges.takeChallenge(
        { tenant: session.tenant, challengeId: session.sessionId },
        'reauthenticate',
        new Date(),
      ));
    if (answer.passkey && !challenge) {
      throw factorRefused();
    }
    await factors.checkAnswer(
      membership,
      answer,
      origin,
      challenge?.webauthnChallenge,
    );
  }
}

function describeSession(
  session: ListedSession,
  present: Session,
): components['schemas']['ListedSession'] {
  const { browser, operatingSystem } = readDevice(session.device);
  return {
    id: session.sessionId,
    isCurrent: session.sessionId === present.sessionId,
    device: session.device,
    browser,
    operatingSystem,
    address: session.address,
    secondFactor: session.secondFactor,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}
