const DAY = 24 * 60 * 60 * 1000;

/** How long a link works. */
export const INVITATION_LIFETIME_MS = 7 * DAY;

/** Between two mails of one invitation, so that nobody is flooded. */
export const RESEND_PAUSE_MS = 60_000;

/** Invitations of a customer that may wait at a time. */
export const MOST_WAITING = 100;
