import { CustomErrorBase } from '@backstage/errors';

/** A limit per time is used up; answered with 429 and Retry-After. */
export class LimitReachedError extends CustomErrorBase {
  name = 'LimitReachedError' as const;
  readonly statusCode = 429;

  /** @param message - says which limit, and what to do */
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
