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
  | 'unknown-format'
  | 'other-dataset'
  | 'no-longer-in-force'
  | 'no-correction';

/** A file that cannot be read at all, with what to do about it. */
export class ReadingError extends InputError {
  constructor(
    readonly code: ReadingErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * What is said where DuckDB could not read a file: its own words may show paths.
 * A machine that ran out of memory or disk says nothing about the file.
 */
export function refusalOf(error: unknown, refusal: ReadingError): unknown {
  const isOfTheMachine =
    error instanceof Error &&
    /^Out of Memory|No space left|max_temp_directory_size|Interrupt/i.test(
      error.message,
    );
  return error instanceof ReadingError || isOfTheMachine ? error : refusal;
}
