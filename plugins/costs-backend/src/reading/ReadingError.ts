import { InputError } from '@backstage/errors';

/** Why a file was refused as a whole. */
export type ReadingErrorCode =
  | 'empty-file'
  | 'header-only'
  | 'no-header'
  | 'too-large'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'line-too-long'
  | 'compression-bomb'
  | 'truncated-file'
  | 'damaged-file'
  | 'zip-archive'
  | 'wrong-encoding'
  | 'nul-bytes'
  | 'day-first-dates'
  | 'unknown-format';

/** A file that cannot be read at all, with what to do about it. */
export class ReadingError extends InputError {
  constructor(
    readonly code: ReadingErrorCode,
    message: string,
  ) {
    super(message);
  }
}
