/** What an uploaded archive may be. Sizes are in bytes. */
export interface ArchiveLimits {
  /** Size of the upload itself. */
  compressedBytes: number;
  /** Size of all files together. */
  unpackedBytes: number;
  /** Files that are kept. */
  files: number;
  /** Entries of any sort, those left out included. */
  entries: number;
  /** Length of a path, and of one part of it, as UTF-8. */
  pathBytes: number;
  segmentBytes: number;
  /**
   * An archive that grows more than this when unpacked is a bomb, once it is
   * larger than `ratioFreeBytes`.
   */
  ratio: number;
  ratioFreeBytes: number;
}

const MEBIBYTE = 1024 * 1024;

export const archiveLimits: ArchiveLimits = {
  compressedBytes: 20 * MEBIBYTE,
  unpackedBytes: 100 * MEBIBYTE,
  files: 2_000,
  entries: 20_000,
  pathBytes: 500,
  segmentBytes: 200,
  ratio: 100,
  ratioFreeBytes: 10 * MEBIBYTE,
};
