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
  rotatedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
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
