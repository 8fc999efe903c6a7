import { CustomErrorBase, NotFoundError } from '@backstage/errors';

/** Too early for another try; answered with 429 and Retry-After. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  /** @param retryAfterSeconds - whole seconds until the next try counts */
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

/** The one answer to a link that was used, expired, replaced or made up. */
export function linkUnusable(): NotFoundError {
  return new NotFoundError(
    'This link cannot be used any more. Ask whoever sent it for a new one.',
  );
}
