import type {
  BackstageUserIdentity,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import type { Challenge, FactorAnswer, IdentityProvider } from './factors';
import { LocalAuthClient } from './LocalAuthClient';

/** A session as the backend hands it out: a short-lived token and whose it is. */
export interface Session {
  backstageIdentity: {
    token: string;
    expiresInSeconds: number;
    identity: BackstageUserIdentity;
  };
  profile: ProfileInfo;
}

/** A customer to choose, when the password fits accounts of several. */
export interface TenantChoice {
  tenant: string;
  name: string;
}

/** What a password is worth. `score` runs from 0 to 4. */
export interface PasswordStrength {
  score: number;
  feedback: string[];
  acceptable: boolean;
}

/** Whom a set-password link is for, and until when. */
export interface PasswordLinkDetails {
  displayName: string;
  email: string;
  expiresAt: string;
}

/**
 * Sign-in, refresh, sign-out and set-password links. Uses plain fetch: before
 * sign-in the app's own fetch would wait for an identity.
 */
export class SessionClient extends LocalAuthClient {
  /**
   * @throws PortalError 401 for anything wrong, 429 with `retryAfterSeconds`
   *   after too many attempts
   */
  async signIn(input: {
    email: string;
    password: string;
    tenant?: string;
  }): Promise<Session | { choose: TenantChoice[] } | { challenge: Challenge }> {
    return this.read('POST', '/sessions', input);
  }

  /** @throws PortalError 401 when no sign-in waits for a second factor here */
  async getChallenge(): Promise<Challenge> {
    return this.read('GET', '/challenge');
  }

  /**
   * @throws PortalError 401 when it isn't right or came too late, 429 with
   *   `retryAfterSeconds` after too many attempts
   */
  async answerChallenge(answer: FactorAnswer): Promise<Session> {
    return this.read('POST', '/challenge/answer', answer);
  }

  async listIdentityProviders(): Promise<IdentityProvider[]> {
    const { items } = await this.read<{ items: IdentityProvider[] }>(
      'GET',
      '/identity-providers',
    );
    return items;
  }

  /**
   * Begins to bind an account elsewhere to whom a set-password link is for, in
   * place of a password.
   *
   * @returns the path to go on at
   * @throws PortalError 404 when the link no longer works
   */
  async linkInvited(provider: string, token: string): Promise<string> {
    const { startPath } = await this.read<{ startPath: string }>(
      'POST',
      '/identities',
      { provider, token },
    );
    return startPath;
  }

  /** Goes to a provider's pages; the browser comes back by itself. */
  async goTo(startPath: string): Promise<void> {
    const authUrl = (await this.getBaseUrl()).replace(/\/local$/, '');
    window.location.assign(`${authUrl}${startPath}`);
  }

  /** @throws PortalError 401 when there is no session to go on with */
  async refresh(): Promise<Session> {
    return this.read('POST', '/sessions/refresh');
  }

  async signOut(): Promise<void> {
    await this.send('DELETE', '/sessions/current');
  }

  /** @throws PortalError 404 when the link was used, replaced or has expired */
  async inspectPasswordLink(token: string): Promise<PasswordLinkDetails> {
    return this.read('POST', '/password-links/inspect', { token });
  }

  async rateStrength(
    password: string,
    context?: string[],
  ): Promise<PasswordStrength> {
    return this.read('POST', '/password/strength', { password, context });
  }

  /** @throws PortalError 400 when too weak, 404 when the link no longer works */
  async setPassword(token: string, password: string): Promise<void> {
    await this.send('POST', '/password', { token, password });
  }

  /**
   * Has links mailed to the accounts of an address, if it has any; the answer
   * does not tell.
   *
   * @throws PortalError 429 after too many requests
   */
  async requestPasswordReset(email: string): Promise<void> {
    await this.send('POST', '/password/reset', { email });
  }
}
