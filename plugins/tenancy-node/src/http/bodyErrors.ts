import { CustomErrorBase, InputError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/** The body is larger than the route takes; answered with 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/**
 * Says what is wrong with a body that could not be read. The parser's own
 * error for broken JSON carries the whole body, which may hold a password.
 */
export const explainBodyErrors: ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => {
  switch (error.type) {
    case 'entity.too.large':
      next(
        new PayloadTooLargeError(
          `The request body is larger than the ${error.limit} bytes this route takes`,
        ),
      );
      break;
    case 'entity.parse.failed':
      next(new InputError('The request body is not valid JSON'));
      break;
    default:
      next(error);
  }
};
