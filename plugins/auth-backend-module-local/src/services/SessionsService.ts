import { randomUUID } from 'node:crypto';
import {
  type Membership,
  noteActor,
  type TenantDatabase,
  type TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { components } from '../api.generated';
import type { SessionsStore } from '../database/SessionsStore';
import { underAccount } from '../domain/accounts';
import { sessionEnded } from '../domain/errors';
import type { FactorKind, SecondFactorPolicy } from '../domain/factors';
import { createTenantSecret, parseTenantSecret } from '../domain/secrets';
import {
  isLive,
  isSignedOut,
  lacksFactor,
  type Session,
  type SessionLimits,
  standingOf,
} from '../domain/sessions';
import { expiryOfToken, proofOfFullToken } from '../domain/tokenProof';
import type { KnownDevices } from './KnownDevices';
import type { SignInAudit } from './SignInAudit';
import type { TokenIssuer } from './TokenIssuer';

/** Where a request comes from, for the list of sessions. */
export interface RequestOrigin {
  /** Network address. */
  address: string;
  /** User agent. */
  device: string;
  /** What the browser keeps to be known again. */
  deviceToken?: string;
}

export interface SignedIn {
  identity: components['schemas']['SignedIn'];
  /** The session's new cookie; absent when the browser already has it. */
  cookie?: string;
  /** What the browser is known by from now on; absent when it has it already. */
  deviceToken?: string;
}

interface SessionsServiceOptions {
  database: TenantDatabase;
  store: SessionsStore;
  directory: TenantDirectory;
  devices: KnownDevices;
  tokens: TokenIssuer;
  limits: SessionLimits;
  policy: SecondFactorPolicy;
  audit: SignInAudit;
}

/** Starts, renews and ends sessions. */
export class SessionsService {
  static create(options: SessionsServiceOptions): SessionsService {
    return new SessionsService(options);
  }

  private readonly store: SessionsStore;

  private constructor(private readonly options: SessionsServiceOptions) {
    this.store = options.store;
  }

  /**
   * Always a new session with a new secret, whatever the browser sent; a
   * session it was in before ends.
   *
   * @param secondFactor - what was shown besides the password
   */
  async startSession(
    membership: Membership,
    origin: RequestOrigin,
    previousCookie: string | undefined,
    secondFactor?: FactorKind,
  ): Promise<SignedIn> {
    const { audit, database, devices, limits } = this.options;
    await this.endSession(previousCookie);
    const now = new Date();
    const secret = createTenantSecret(membership.tenant);
    const session: Session = {
      tenant: membership.tenant,
      sessionId: `ses_${randomUUID()}`,
      member: membership.member,
      secretHash: secret.hash,
      createdAt: now,
      rotatedAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + limits.absoluteMs),
      secondFactor,
      reauthenticatedAt: now,
    };
    const deviceToken = await database.transaction(
      session.tenant,
      async trx => {
        await this.store.addSession(trx, session, origin);
        await audit.signedIn(trx, session, origin.device);
        return devices.remember(trx, membership, origin);
      },
    );
    return {
      identity: await this.identify(session, membership),
      cookie: secret.text,
      deviceToken,
    };
  }

  /**
   * @throws AuthenticationError when the session ended in whatever way
   */
  async refreshSession(cookie: string | undefined): Promise<SignedIn> {
    const { session, membership } = await this.requireSession(cookie);
    return {
      cookie: await this.rotate(session, cookie),
      identity: await this.identify(session, membership),
    };
  }

  /**
   * The session of a cookie, and whose it is.
   *
   * @throws AuthenticationError when the session ended in whatever way
   */
  async requireSession(
    cookie: string | undefined,
  ): Promise<{ session: Session; membership: Membership }> {
    const { directory, policy } = this.options;
    const session = await this.findLiveSession(cookie);
    const membership = await directory.findMembership(
      `user:${session.tenant}/${session.member}`,
    );
    if (
      !membership ||
      isSignedOut(session, membership) ||
      lacksFactor(session, membership, policy)
    ) {
      await this.end(
        session,
        membership
          ? 'It was ended for all members, or needs a second factor.'
          : 'Its member is not active any more.',
      );
      throw sessionEnded();
    }
    noteActor(membership.userEntityRef);
    return { session, membership: underAccount(membership) };
  }

  /** Ends the session of a cookie and its tokens, if there is one. */
  async endSession(cookie: string | undefined): Promise<void> {
    const presented = parseTenantSecret(cookie);
    const session =
      presented &&
      (await this.store.findSessionByCookie(presented.tenant, presented.hash));
    if (session) {
      await this.store.deleteSession(session, trx =>
        this.options.audit.signedOut(trx, session),
      );
    }
  }

  private async findLiveSession(cookie: string | undefined): Promise<Session> {
    const presented = parseTenantSecret(cookie);
    const session =
      presented &&
      (await this.store.findSessionByCookie(presented.tenant, presented.hash));
    if (!session) {
      throw sessionEnded();
    }
    const now = new Date();
    const isReplayed = standingOf(session, presented.hash, now) === 'replayed';
    // A replaced cookie that comes back was copied: nobody keeps the session.
    if (isReplayed || !isLive(session, this.options.limits, now)) {
      await this.end(
        session,
        isReplayed
          ? 'A cookie that had been replaced came back: it was copied.'
          : 'The session was over.',
      );
      throw sessionEnded();
    }
    return session;
  }

  private async end(session: Session, reason: string): Promise<void> {
    await this.store.deleteSession(session, trx =>
      this.options.audit.ended(trx, session, reason),
    );
  }

  private async rotate(
    session: Session,
    cookie: string | undefined,
  ): Promise<string | undefined> {
    const now = new Date();
    const presented = parseTenantSecret(cookie);
    if (presented?.hash !== session.secretHash) {
      await this.store.noteUse(session, now);
      return undefined;
    }
    const secret = createTenantSecret(session.tenant);
    const isRotated = await this.store.rotateSecret(session, secret.hash, now);
    return isRotated ? secret.text : undefined;
  }

  private async identify(
    session: Session,
    membership: Membership,
  ): Promise<SignedIn['identity']> {
    const { token, expiresInSeconds, identity } =
      await this.options.tokens.issueToken(membership, session.sessionId);
    const expiresAt = expiryOfToken(token);
    await this.store.addToken(session, proofOfFullToken(token), expiresAt);
    return {
      backstageIdentity: {
        token,
        expiresInSeconds: expiresInSeconds ?? 0,
        identity,
      },
      profile: { displayName: membership.displayName, email: membership.email },
    };
  }
}
