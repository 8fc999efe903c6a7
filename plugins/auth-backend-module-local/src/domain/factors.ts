import type { Role } from '@freehold/plugin-tenancy-common';

export type AuthenticatorKind = 'totp' | 'passkey';

/** What somebody showed besides the password. */
export type FactorKind = AuthenticatorKind | 'recoveryCode';

/** A second factor of a member. */
export interface Authenticator {
  tenant: string;
  /** `aut_…` */
  authenticatorId: string;
  member: string;
  kind: AuthenticatorKind;
  name: string;
  createdAt: Date;
  /** Absent until the member has shown that it works. */
  confirmedAt?: Date;
  lastUsedAt?: Date;
  totp?: { sealedSecret: Buffer; lastUsedStep?: number };
  passkey?: {
    /** base64url */
    credentialId: string;
    publicKey: Buffer;
    /** Signatures so far, as the device counts them; many always say 0. */
    counter: number;
    transports: string[];
  };
}

export interface SecondFactorPolicy {
  /** Roles that cannot be signed in without a second factor. */
  requiredFor: ReadonlySet<Role>;
}

/** What nobody needs more of. */
export const MOST_AUTHENTICATORS = 10;

/** So long after proving who they are, a member may change how they sign in. */
export const REAUTHENTICATION_MS = 10 * 60_000;

export function isRequiredFor(
  policy: SecondFactorPolicy,
  { role }: { role: Role },
): boolean {
  return policy.requiredFor.has(role);
}
