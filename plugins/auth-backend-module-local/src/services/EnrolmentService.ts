import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Membership,
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { components } from '../api.generated';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import type { ChallengesStore } from '../database/ChallengesStore';
import {
  type Challenge,
  CHALLENGE_LIFETIME_MS,
  type ChallengePurpose,
} from '../domain/challenges';
import { challengeEnded } from '../domain/errors';
import { type Authenticator, MOST_AUTHENTICATORS } from '../domain/factors';
import type { Session } from '../domain/sessions';
import type { FactorChanges } from './FactorChanges';
import type { Passkeys } from './Passkeys';
import type {
  RequestOrigin,
  SessionsService,
  SignedIn,
} from './SessionsService';
import type { TotpCodes, TotpSetup } from './TotpCodes';
import type { TotpSecrets } from './TotpSecrets';

/** Of PostgreSQL. */
const UNIQUE_VIOLATION = '23505';

/** Who sets up a second factor: in a session, or on the way to one. */
export type Enroller = { membership: Membership } & (
  | { session: Session; challenge?: undefined }
  | { session?: undefined; challenge: Challenge }
);

export interface Enrolled {
  authenticator: Authenticator;
  /** Readable once; only with the first second factor. */
  recoveryCodes?: string[];
  /** New cookie of the session it was added in; the one before is void. */
  cookie?: string;
  /** The session that a sign-in was waiting for. */
  signedIn?: SignedIn;
}

interface EnrolmentServiceOptions {
  database: TenantDatabase;
  authenticators: AuthenticatorsStore;
  challenges: ChallengesStore;
  changes: FactorChanges;
  codes: TotpCodes;
  secrets: TotpSecrets;
  passkeys: Passkeys;
  sessions: SessionsService;
}

/** Sets up second factors. */
export class EnrolmentService {
  static create(options: EnrolmentServiceOptions): EnrolmentService {
    return new EnrolmentService(options);
  }

  private constructor(private readonly options: EnrolmentServiceOptions) {}

  /**
   * Makes a secret for an authenticator app; it counts once a code of it was
   * shown.
   *
   * @throws ConflictError when the member has as many as can be
   */
  async beginTotp({
    membership,
  }: Enroller): Promise<TotpSetup & { authenticatorId: string }> {
    const { authenticators, codes, database, secrets } = this.options;
    await this.refuseTooMany(membership);
    const setup = codes.createSetup(membership.email);
    const { tenant, member } = membership;
    const authenticatorId = `aut_${randomUUID()}`;
    const sealedSecret = await secrets.seal(
      { tenant, authenticatorId },
      setup.secret,
    );
    await database.transaction(tenant, trx =>
      authenticators.addAuthenticator(trx, {
        tenant,
        authenticatorId,
        member,
        kind: 'totp',
        name: '',
        createdAt: new Date(),
        totp: { sealedSecret },
      }),
    );
    return { authenticatorId, ...setup };
  }

  /**
   * @throws NotFoundError when it isn't the app that was begun last
   * @throws InputError when the code isn't of it; another may be tried
   */
  async confirmTotp(
    enroller: Enroller,
    authenticatorId: string,
    { code, name }: { code: string; name: string },
    origin: RequestOrigin,
  ): Promise<Enrolled> {
    const { authenticators, codes, secrets } = this.options;
    const begun = await authenticators.findUnconfirmed(
      enroller.membership,
      authenticatorId,
    );
    if (!begun?.totp) {
      throw notBegun();
    }
    const now = new Date();
    const secret = await secrets.open(begun, begun.totp.sealedSecret);
    const step = codes.findStep(secret, code, undefined, now);
    if (step === undefined) {
      throw new InputError(
        'This is not the code your app shows now. Check that the clock of your device is right, and try the next code.',
      );
    }
    const authenticator: Authenticator = { ...begun, name, confirmedAt: now };
    return this.finish(enroller, authenticator, origin, async trx => {
      const change = { name, step, now };
      if (!(await authenticators.confirm(trx, begun, change))) {
        throw notBegun();
      }
    });
  }

  /** @throws ConflictError when the member has as many as can be */
  async beginPasskey(
    enroller: Enroller,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { authenticators, challenges, passkeys } = this.options;
    const { membership } = enroller;
    await this.refuseTooMany(membership);
    const options = await passkeys.createRegistration(
      membership,
      await authenticators.listConfirmed(membership),
    );
    await challenges.putChallenge(
      { ...challengeOf(enroller), webauthnChallenge: options.challenge },
      new Date(),
    );
    return options;
  }

  /**
   * @throws AuthenticationError when the browser was not asked for it, or took
   *   too long
   * @throws InputError when the browser's answer doesn't prove a passkey
   * @throws ConflictError when the passkey is in use
   */
  async addPasskey(
    enroller: Enroller,
    input: { response: RegistrationResponseJSON; name: string },
    origin: RequestOrigin,
  ): Promise<Enrolled> {
    const { authenticators, passkeys } = this.options;
    const challenge = await this.findPasskeyChallenge(enroller);
    const passkey = await passkeys.checkRegistration(input.response, challenge);
    if (!passkey) {
      throw new InputError(
        'The passkey could not be checked. Begin again, on the same device.',
      );
    }
    const { tenant, member } = enroller.membership;
    const now = new Date();
    const authenticator: Authenticator = {
      tenant,
      authenticatorId: `aut_${randomUUID()}`,
      member,
      kind: 'passkey',
      name: input.name,
      createdAt: now,
      confirmedAt: now,
      passkey,
    };
    return this.finish(enroller, authenticator, origin, trx =>
      authenticators.addAuthenticator(trx, authenticator).catch(error => {
        throw error.code === UNIQUE_VIOLATION
          ? new ConflictError('This passkey is set up already. Use another.')
          : error;
      }),
    );
  }

  private async finish(
    enroller: Enroller,
    authenticator: Authenticator,
    origin: RequestOrigin,
    store: (trx: TenantTransaction) => Promise<void>,
  ): Promise<Enrolled> {
    const { changes, database, sessions } = this.options;
    const { membership, session } = enroller;
    if (enroller.challenge) {
      await this.takeEnrolment(enroller.challenge);
    }
    const added = await database.transaction(membership.tenant, async trx => {
      await store(trx);
      return changes.noteAdded(trx, {
        membership,
        session,
        authenticator,
        origin,
      });
    });
    const signedIn = session
      ? undefined
      : await sessions.startSession(
          membership,
          origin,
          undefined,
          authenticator.kind,
        );
    return { authenticator, ...added, signedIn };
  }

  private async takeEnrolment(challenge: Challenge): Promise<void> {
    const { challenges } = this.options;
    const isTaken = await challenges.takeChallenge(
      challenge,
      'enrol',
      new Date(),
    );
    if (!isTaken) {
      throw challengeEnded();
    }
  }

  private async findPasskeyChallenge(enroller: Enroller): Promise<string> {
    const { challenges } = this.options;
    const key = challengeOf(enroller);
    const now = new Date();
    // On the way to a session the challenge goes with the whole sign-in.
    const challenge = enroller.session
      ? await challenges.takeChallenge(key, key.purpose, now)
      : enroller.challenge;
    if (!challenge?.webauthnChallenge) {
      throw challengeEnded();
    }
    return challenge.webauthnChallenge;
  }

  private async refuseTooMany(membership: Membership): Promise<void> {
    const own = await this.options.authenticators.listConfirmed(membership);
    if (own.length >= MOST_AUTHENTICATORS) {
      throw new ConflictError(
        `You have ${MOST_AUTHENTICATORS} second factors already. Remove one first.`,
      );
    }
  }
}

function challengeOf({ membership, session, challenge }: Enroller): Challenge {
  return (
    challenge ?? {
      tenant: membership.tenant,
      challengeId: session.sessionId,
      purpose: 'addPasskey' satisfies ChallengePurpose,
      member: membership.member,
      expiresAt: new Date(Date.now() + CHALLENGE_LIFETIME_MS),
    }
  );
}

function notBegun(): NotFoundError {
  return new NotFoundError(
    'There is no such app to confirm. Begin again with a new QR code.',
  );
}

/** What people are told of a second factor. */
export function describeAuthenticator(
  authenticator: Authenticator,
): components['schemas']['Authenticator'] {
  return {
    id: authenticator.authenticatorId,
    kind: authenticator.kind,
    name: authenticator.name,
    createdAt: authenticator.createdAt.toISOString(),
    lastUsedAt: authenticator.lastUsedAt?.toISOString(),
  };
}
