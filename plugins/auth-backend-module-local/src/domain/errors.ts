import {
  AuthenticationError,
  CustomErrorBase,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';

/** Too many failed sign-ins; answered with 429 and Retry-After. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  /** @param retryAfterSeconds - whole seconds until the next attempt counts */
  constructor(readonly retryAfterSeconds: number) {
    super(
      `Too many failed sign-ins. Try again in ${retryAfterSeconds} second${
        retryAfterSeconds === 1 ? '' : 's'
      }.`,
    );
  }
}

/** The one answer to every sign-in that fails, whatever the reason. */
export function signInRefused(): AuthenticationError {
  return new AuthenticationError(
    'The e-mail or the password is wrong. If you have no password yet, ask an admin for a set-password link.',
  );
}

/**
 * Told only to who knows the right password, so that a guess learns nothing.
 *
 * @param names - of the suspended customers the sign-in belongs to
 */
export function customersSuspended(names: string[]): NotAllowedError {
  return new NotAllowedError(
    `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} suspended at the moment, so nobody can sign in there. Ask your hosting provider.`,
  );
}

/** The one answer to a session that ended, expired or never was. */
export function sessionEnded(): AuthenticationError {
  return new AuthenticationError('Your session has ended. Sign in again.');
}

/** The one answer to a link that was used, expired, replaced or made up. */
export function linkUnusable(): NotFoundError {
  return new NotFoundError(
    'This link cannot be used any more. Ask an admin for a new one.',
  );
}
