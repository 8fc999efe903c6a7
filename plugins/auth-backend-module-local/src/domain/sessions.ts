import type { Membership } from '@freehold/plugin-tenancy-node';
import {
  type FactorKind,
  isRequiredFor,
  REAUTHENTICATION_MS,
  type SecondFactorPolicy,
} from './factors';
import type { SecretHash } from './secrets';

export interface SessionLimits {
  /** A session unused for so long has ended. */
  idleMs: number;
  /** So long after sign-in a session has ended. */
  absoluteMs: number;
}

/** A sign-in of a member on a device. */
export interface Session {
  tenant: string;
  /** Public name of the session, `ses_…`; the secret is never stored. */
  sessionId: string;
  member: string;
  secretHash: SecretHash;
  previousSecretHash?: SecretHash;
  createdAt: Date;
  rotatedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  /** What was shown besides the password, if anything was. */
  secondFactor?: FactorKind;
  /** When the member last proved who they are. */
  reauthenticatedAt?: Date;
}

/** A session as its member sees it in a list. */
export interface ListedSession extends Session {
  /** User agent. */
  device: string;
  /** Network address at sign-in. */
  address: string;
}

/**
 * How long the cookie before the present one still works, for tabs that
 * refreshed at the same time. Later use means that somebody copied it.
 */
export const ROTATION_GRACE_MS = 60_000;

/** Use is noted no more often than this, to spare the database. */
export const USE_RESOLUTION_MS = 60_000;

export function isLive(
  session: Pick<Session, 'lastUsedAt' | 'expiresAt'>,
  limits: SessionLimits,
  now: Date,
): boolean {
  const idleSince = now.getTime() - session.lastUsedAt.getTime();
  return now < session.expiresAt && idleSince < limits.idleMs;
}

/**
 * Whether the member's role wants more than the session was opened with: the
 * role may have changed since, and so may the setting.
 */
export function lacksFactor(
  session: Pick<Session, 'secondFactor'>,
  membership: Membership,
  policy: SecondFactorPolicy,
): boolean {
  return !session.secondFactor && isRequiredFor(policy, membership);
}

/** Whether everybody of the session's tenant was signed out since it began. */
export function isSignedOut(
  session: Pick<Session, 'createdAt'>,
  { signedInAfter }: Pick<Membership, 'signedInAfter'>,
): boolean {
  return signedInAfter !== undefined && session.createdAt < signedInAfter;
}

/** What a presented cookie is to its session. */
export type CookieStanding = 'current' | 'just-replaced' | 'replayed';

export function standingOf(
  session: Session,
  presented: SecretHash,
  now: Date,
): CookieStanding {
  if (session.secretHash === presented) {
    return 'current';
  }
  const replacedFor = now.getTime() - session.rotatedAt.getTime();
  return replacedFor <= ROTATION_GRACE_MS ? 'just-replaced' : 'replayed';
}

/** Until when the session may change how its member signs in, if it may. */
export function reauthenticatedUntil(
  { reauthenticatedAt }: Pick<Session, 'reauthenticatedAt'>,
  now: Date,
): Date | undefined {
  const until =
    reauthenticatedAt &&
    new Date(reauthenticatedAt.getTime() + REAUTHENTICATION_MS);
  return until && until > now ? until : undefined;
}
