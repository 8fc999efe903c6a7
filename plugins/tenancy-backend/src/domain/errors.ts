import { NotFoundError } from '@backstage/errors';

/** The one answer to a link that was used, expired, replaced or made up. */
export function linkUnusable(): NotFoundError {
  return new NotFoundError(
    'This link cannot be used any more. Ask whoever sent it for a new one.',
  );
}
