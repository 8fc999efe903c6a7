import { InputError } from '@backstage/errors';

/** Why a billing period could not be allocated anew. */
export type ReallocationErrorCode =
  'no-charges' | 'file-gone' | 'several-files' | 'figures-differ';

/** A billing period that cannot be allocated anew, with what to do about it. */
export class ReallocationError extends InputError {
  constructor(
    readonly code: ReallocationErrorCode,
    message: string,
  ) {
    super(message);
  }
}
