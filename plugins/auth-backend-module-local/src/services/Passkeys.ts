import { createHash } from 'node:crypto';
import type { Membership } from '@freehold/plugin-tenancy-node';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Authenticator } from '../domain/factors';

type Passkey = NonNullable<Authenticator['passkey']>;

/** WebAuthn, for the one site that the portal is. */
export class Passkeys {
  /**
   * @param options.appBaseUrl - the passkeys' relying party is its host
   * @param options.origins - of pages that may use them
   * @param options.name - of the portal's business, as browsers show it
   */
  static create(options: {
    appBaseUrl: string;
    origins: string[];
    name: string;
  }): Passkeys {
    return new Passkeys(
      new URL(options.appBaseUrl).hostname,
      options.origins,
      options.name,
    );
  }

  private constructor(
    private readonly relyingParty: string,
    private readonly origins: string[],
    private readonly name: string,
  ) {}

  /** What a browser needs to make a passkey that the member has not got yet. */
  async createRegistration(
    membership: Membership,
    existing: Authenticator[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpID: this.relyingParty,
      rpName: this.name,
      userID: userHandle(membership),
      userName: membership.email,
      userDisplayName: membership.displayName,
      attestationType: 'none',
      excludeCredentials: describe(existing),
      authenticatorSelection: {
        residentKey: 'preferred',
        userVerification: 'preferred',
      },
    });
  }

  /** @returns undefined when the answer doesn't prove a new passkey */
  async checkRegistration(
    response: RegistrationResponseJSON,
    challenge: string,
  ): Promise<Passkey | undefined> {
    const result = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origins,
      expectedRPID: this.relyingParty,
      requireUserVerification: false,
    }).catch(() => undefined);
    if (!result?.verified) {
      return undefined;
    }
    const { id, publicKey, counter, transports } =
      result.registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: transports ?? [],
    };
  }

  /** What a browser needs to have one of the passkeys sign. */
  async createRequest(
    authenticators: Authenticator[],
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.relyingParty,
      allowCredentials: describe(authenticators),
      userVerification: 'preferred',
    });
  }

  /**
   * @returns the passkey's counter now, or undefined when the answer doesn't
   *   prove it: another challenge, site or key, or a counter that a copy of
   *   the key has passed already
   */
  async checkAssertion(
    response: AuthenticationResponseJSON,
    challenge: string,
    passkey: Passkey,
  ): Promise<number | undefined> {
    const result = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origins,
      expectedRPID: this.relyingParty,
      requireUserVerification: false,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }).catch(() => undefined);
    return result?.verified ? result.authenticationInfo.newCounter : undefined;
  }
}

function describe(authenticators: Authenticator[]) {
  return authenticators.flatMap(({ passkey }) =>
    passkey
      ? [
          {
            id: passkey.credentialId,
            transports: passkey.transports as AuthenticatorTransport[],
          },
        ]
      : [],
  );
}

/** Says the same of a member each time, and nothing about who it is. */
function userHandle({ userEntityRef }: Membership): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(userEntityRef).digest());
}
