import type {
  BackstageUserIdentity,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import { PortalError } from '@freehold/plugin-tenancy-react';
import type { Session, SessionClient } from './SessionClient';
import type { TabChannel } from './TabChannel';

/** Share of a token's life after which it is renewed in the background. */
const RENEW_AFTER = 0.75;
/** A token is not used in its last seconds: the request has to arrive too. */
const MARGIN_MS = 10_000;

/**
 * Who is signed in. The token lives in memory only and is renewed ahead of its
 * expiry through the session cookie. When the session is over — signed out in
 * another tab, expired, or the member was removed — `onEnded` is called once.
 */
export class LocalIdentity implements IdentityApi {
  private session: Session;
  private receivedAt: number;
  private renewal?: Promise<void>;
  private isOver = false;

  constructor(
    session: Session,
    private readonly client: Pick<SessionClient, 'refresh' | 'signOut'>,
    private readonly tabs: TabChannel,
    private readonly onEnded: () => void,
  ) {
    this.session = session;
    this.receivedAt = Date.now();
    tabs.onSignedOut(() => this.end());
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return this.session.profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return this.session.backstageIdentity.identity;
  }

  async getCredentials(): Promise<{ token?: string }> {
    const age = Date.now() - this.receivedAt;
    const life = this.session.backstageIdentity.expiresInSeconds * 1000;
    if (age > life - MARGIN_MS) {
      await this.renew();
    } else if (age > life * RENEW_AFTER) {
      // The present token is still good, so nobody waits for the next one.
      this.renew().catch(() => {});
    }
    return { token: this.session.backstageIdentity.token };
  }

  async signOut(): Promise<void> {
    this.isOver = true;
    await this.client.signOut();
    this.tabs.announceSignedOut();
  }

  /**
   * A backend refused the token. Tries to go on with the session and calls
   * `onEnded` when that is over.
   */
  async tokenRefused(token: string): Promise<void> {
    if (token === this.session.backstageIdentity.token) {
      await this.renew().catch(() => {});
    }
  }

  private async renew(): Promise<void> {
    this.renewal ??= this.requestRenewal().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async requestRenewal(): Promise<void> {
    if (this.isOver) return;
    try {
      const session = await this.tabs.oneAtATime(() => this.client.refresh());
      if (!isSamePerson(session, this.session)) {
        this.end();
        return;
      }
      this.session = session;
      this.receivedAt = Date.now();
    } catch (error) {
      if (error instanceof PortalError && error.status === 401) {
        this.end();
      }
      throw error;
    }
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onEnded();
  }
}

/** Someone else may have signed in in another tab: the cookie is shared. */
function isSamePerson(left: Session, right: Session): boolean {
  return (
    left.backstageIdentity.identity.userEntityRef ===
    right.backstageIdentity.identity.userEntityRef
  );
}
