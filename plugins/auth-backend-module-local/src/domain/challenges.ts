import type { SecretHash } from './secrets';

/**
 * What a challenge is for.
 * - `signIn`: the password was right, a second factor is missing
 * - `enrol`: the password was right, but the role wants a second factor and
 *   the member has none yet: setting one up is all that is allowed
 * - `addPasskey`, `reauthenticate`: a session's, while the browser asks for a
 *   passkey
 * - `linkIdentity`: an account at a provider is about to be bound
 */
export type ChallengePurpose =
  'signIn' | 'enrol' | 'addPasskey' | 'reauthenticate' | 'linkIdentity';

/** By which right an account elsewhere is about to be bound. */
export interface IdentityLink {
  /** Key of `auth.providers`. */
  provider: string;
  /** Hash of the set-password link it takes the place of, if it is by one. */
  passwordLinkHash?: SecretHash;
}

export interface Challenge {
  tenant: string;
  /** SHA-256 of the browser's cookie, or the id of the session it is part of. */
  challengeId: string;
  purpose: ChallengePurpose;
  member: string;
  /** What a passkey must sign; base64url. */
  webauthnChallenge?: string;
  /** Of an identity to link. */
  link?: IdentityLink;
  expiresAt: Date;
}

export const CHALLENGE_LIFETIME_MS = 5 * 60_000;

/** Setting up an authenticator takes people longer than typing a code. */
export const ENROLMENT_LIFETIME_MS = 15 * 60_000;
