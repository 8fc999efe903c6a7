import {
  AuthenticationError,
  CustomErrorBase,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';

/** Too early for another attempt; answered with 429 and Retry-After. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  /**
   * @param retryAfterSeconds - whole seconds until the next attempt counts
   * @param what - there were too many of, without a full stop
   */
  constructor(
    readonly retryAfterSeconds: number,
    what = 'Too many failed sign-ins',
  ) {
    super(
      `${what}. Try again in ${retryAfterSeconds} second${
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

/** The one answer to a second factor that isn't right. */
export function factorRefused(): AuthenticationError {
  return new AuthenticationError(
    'That did not match. Use a new code of your app, another recovery code or your passkey.',
  );
}

/** The one answer to a sign-in that was not completed in time, or never begun. */
export function challengeEnded(): AuthenticationError {
  return new AuthenticationError(
    'This sign-in took too long or is over. Begin again with your password.',
  );
}

/** The session must prove anew who is at it; answered with 403. */
export class ReauthenticationRequiredError extends CustomErrorBase {
  name = 'ReauthenticationRequiredError' as const;
  readonly statusCode = 403;

  constructor() {
    super(
      'Confirm that it is you first, with your password or a second factor.',
    );
  }
}

/** Who views as a customer only reads, about themselves, too. */
export function viewingOnlyReads(): NotAllowedError {
  return new NotAllowedError(
    'While you view as a customer you change nothing. Stop viewing first.',
  );
}

/** The one answer to a link that was used, expired, replaced or made up. */
export function linkUnusable(): NotFoundError {
  return new NotFoundError(
    'This link cannot be used any more. Ask an admin for a new one.',
  );
}
