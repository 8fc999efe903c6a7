import type {
  BackstageUserIdentity,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import { sendWithoutSession } from './sendWithoutSession';

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
export class SessionClient {
  constructor(private readonly getBaseUrl: () => Promise<string>) {}

  /**
   * @throws PortalError 401 for anything wrong, 429 with `retryAfterSeconds`
   *   after too many attempts
   */
  async signIn(input: {
    email: string;
    password: string;
    tenant?: string;
  }): Promise<Session | { choose: TenantChoice[] }> {
    return this.read('POST', '/sessions', input);
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

  private async read<Result>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Result> {
    const response = await this.send(method, path, body);
    return response.json();
  }

  private async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Response> {
    return sendWithoutSession(
      method,
      `${await this.getBaseUrl()}${path}`,
      body,
    );
  }
}
