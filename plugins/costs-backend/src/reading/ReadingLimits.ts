import { ReadingError } from './ReadingError';

/** Bounds within which a file is read, whatever is in it. */
export interface ReadingLimits {
  /** Of the file after decompression. */
  maxBytes: number;
  /** How many times larger than itself a compressed file may become. */
  maxCompressionRatio: number;
  maxColumns: number;
  maxLineBytes: number;
  maxRows: number;
}

/** What a month of a large customer stays well below. */
export const DEFAULT_READING_LIMITS: ReadingLimits = {
  maxBytes: 64 * 1024 ** 3,
  maxCompressionRatio: 500,
  maxColumns: 2_000,
  maxLineBytes: 1024 ** 2,
  maxRows: 200_000_000,
};

/** Refuses a table that is wider than any export. */
export function refuseTooManyColumns(
  count: number,
  limits: ReadingLimits,
): void {
  if (count > limits.maxColumns) {
    throw new ReadingError(
      'too-many-columns',
      `The file has ${count} columns, at most ${limits.maxColumns} are read`,
    );
  }
}
