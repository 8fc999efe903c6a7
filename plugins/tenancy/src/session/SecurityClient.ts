import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import type {
  Enrolled,
  ListedSession,
  Proof,
  Security,
  TotpSetup,
} from './factors';
import { LocalAuthClient } from './LocalAuthClient';

/**
 * How the caller signs in: second factors, sessions, linked accounts. Changes
 * reject with 403 `ReauthenticationRequiredError` when the session has not
 * shown lately who is at it.
 */
export class SecurityClient extends LocalAuthClient {
  async getSecurity(): Promise<Security> {
    return this.read('GET', '/security');
  }

  async listSessions(): Promise<ListedSession[]> {
    const { items } = await this.read<{ items: ListedSession[] }>(
      'GET',
      '/sessions',
    );
    return items;
  }

  async revokeSession(id: string): Promise<void> {
    await this.send('DELETE', `/sessions/${encodeURIComponent(id)}`);
  }

  async revokeOtherSessions(): Promise<void> {
    await this.send('POST', '/sessions/revoke-others');
  }

  /** Options for a passkey, when there is one. */
  async beginReauthentication(): Promise<{
    passkey?: PublicKeyCredentialRequestOptionsJSON;
  }> {
    return this.read('POST', '/reauthentication/options');
  }

  /** @throws PortalError 401 when it isn't right, 429 when too often */
  async reauthenticate(proof: Proof): Promise<void> {
    await this.send('POST', '/reauthentication', proof);
  }

  async beginTotp(): Promise<TotpSetup> {
    return this.read('POST', '/authenticators/totp');
  }

  /** @throws PortalError 400 when the code isn't the app's */
  async confirmTotp(
    authenticatorId: string,
    input: { code: string; name: string },
  ): Promise<Enrolled> {
    const id = encodeURIComponent(authenticatorId);
    return this.read('POST', `/authenticators/${id}/confirm`, input);
  }

  async beginPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { options } = await this.read<{
      options: PublicKeyCredentialCreationOptionsJSON;
    }>('POST', '/authenticators/passkeys/options');
    return options;
  }

  async addPasskey(input: {
    name: string;
    response: RegistrationResponseJSON;
  }): Promise<Enrolled> {
    return this.read('POST', '/authenticators/passkeys', input);
  }

  async removeAuthenticator(id: string): Promise<void> {
    await this.send('DELETE', `/authenticators/${encodeURIComponent(id)}`);
  }

  async createRecoveryCodes(): Promise<string[]> {
    const { recoveryCodes } = await this.read<{ recoveryCodes: string[] }>(
      'POST',
      '/recovery-codes',
    );
    return recoveryCodes;
  }

  /** @returns the path to go on at */
  async linkIdentity(provider: string): Promise<string> {
    const { startPath } = await this.read<{ startPath: string }>(
      'POST',
      '/identities',
      { provider },
    );
    return startPath;
  }

  async removeIdentity(id: string): Promise<void> {
    await this.send('DELETE', `/identities/${encodeURIComponent(id)}`);
  }
}

export const securityApiRef = createApiRef<SecurityClient>().with({
  id: 'plugin.tenancy.security',
  pluginId: 'tenancy',
});
