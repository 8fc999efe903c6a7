import {
  startAuthentication,
  startRegistration,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser';

/** The person or their device did not go through with it. */
export class PasskeyCancelled extends Error {
  constructor(cause: unknown) {
    super('The passkey was not used', { cause });
    this.name = 'PasskeyCancelled';
  }
}

/** @throws PasskeyCancelled */
export async function signWithPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<AuthenticationResponseJSON> {
  return startAuthentication({ optionsJSON: options }).catch(cause => {
    throw new PasskeyCancelled(cause);
  });
}

/** @throws PasskeyCancelled */
export async function createPasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  return startRegistration({ optionsJSON: options }).catch(cause => {
    throw new PasskeyCancelled(cause);
  });
}
