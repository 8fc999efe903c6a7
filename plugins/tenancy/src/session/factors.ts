import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Session } from './SessionClient';

/** What may stand between a right password and a session. */
export type ChallengeKind = 'code' | 'passkey' | 'recoveryCode' | 'enrol';

/** What the browser has to show before it is signed in. */
export interface Challenge {
  /** Any one of them will do; `enrol`: a second factor must be set up first. */
  kinds: ChallengeKind[];
  passkey?: PublicKeyCredentialRequestOptionsJSON;
  expiresAt: string;
}

/** One of them is there. */
export interface FactorAnswer {
  code?: string;
  recoveryCode?: string;
  passkey?: AuthenticationResponseJSON;
}

/** Who is at it, shown again. */
export interface Proof extends FactorAnswer {
  password?: string;
}

export interface Authenticator {
  id: string;
  kind: 'totp' | 'passkey';
  name: string;
  createdAt: string;
  lastUsedAt?: string;
}

export interface TotpSetup {
  authenticatorId: string;
  /** Base 32, to type in. */
  secret: string;
  /** `otpauth://…`, for a QR code. */
  uri: string;
}

export interface Enrolled {
  authenticator: Authenticator;
  /** Shown once; there with the first second factor. */
  recoveryCodes?: string[];
  /** There when a sign-in waited for it. */
  signedIn?: Session;
}

export interface IdentityProvider {
  id: string;
  name: string;
  startPath: string;
}

export interface LinkedIdentity {
  id: string;
  provider: string;
  providerName: string;
  issuer: string;
  label?: string;
  createdAt: string;
  lastUsedAt?: string;
}

export interface Security {
  authenticators: Authenticator[];
  recoveryCodesLeft: number;
  isSecondFactorRequired: boolean;
  hasPassword: boolean;
  /** Until when changes need no further proof; absent: they do. */
  reauthenticatedUntil?: string;
  identities: LinkedIdentity[];
}

export interface ListedSession {
  id: string;
  isCurrent: boolean;
  device: string;
  browser?: string;
  operatingSystem?: string;
  address: string;
  secondFactor?: 'totp' | 'passkey' | 'recoveryCode';
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}
