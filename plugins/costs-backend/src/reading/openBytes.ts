import fs from 'node:fs';
import { Transform, pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import type { FileProfile } from './FileProfile';
import { ReadingError } from './ReadingError';
import type { ReadingLimits } from './ReadingLimits';

const CHUNK_BYTES = 256 * 1024;
// Ratios say nothing about small files: one long run of blanks is no attack.
const RATIO_COUNTS_FROM_BYTES = 64 * 1024 ** 2;

/** The bytes of a file, decompressed, with the limits kept while they stream. */
export function openBytes(
  profile: Pick<FileProfile, 'file' | 'bytes' | 'compression'>,
  limits: ReadingLimits,
): Readable {
  const source = fs.createReadStream(profile.file, {
    highWaterMark: CHUNK_BYTES,
  });
  const limited = countBytes(profile, limits);
  if (profile.compression === 'none') {
    return pipeline(source, limited, () => undefined);
  }
  const gunzip = zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  gunzip.on('error', error => limited.destroy(gzipError(error)));
  return pipeline(source, gunzip, limited, () => undefined);
}

function countBytes(
  profile: Pick<FileProfile, 'bytes'>,
  limits: ReadingLimits,
): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limits.maxBytes) {
        done(
          new ReadingError(
            'too-large',
            `The file holds more than ${limits.maxBytes} bytes. Split it by billing period or by account`,
          ),
        );
      } else if (
        bytes > RATIO_COUNTS_FROM_BYTES &&
        bytes > profile.bytes * limits.maxCompressionRatio
      ) {
        done(
          new ReadingError(
            'compression-bomb',
            `The file grows more than ${limits.maxCompressionRatio} times when it is decompressed, which no cost export does. Send it uncompressed`,
          ),
        );
      } else done(null, chunk);
    },
  });
}

function gzipError(error: Error): ReadingError {
  return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    ? new ReadingError(
        'truncated-file',
        'The compressed file ends too early. Fetch it from the provider again',
      )
    : new ReadingError(
        'damaged-file',
        'The compressed file is damaged. Fetch it from the provider again',
      );
}
