import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ArchiveLimits } from './archiveLimits';

/**
 * Writes an upload to a file of its own while it arrives, so that slow uploads
 * hold no memory.
 *
 * @param scratch - an existing folder
 * @returns path of the file, which the caller removes
 * @throws PayloadTooLargeError, and InputError when the upload breaks off
 */
export async function receiveUpload(
  upload: Readable,
  scratch: string,
  limits: Pick<ArchiveLimits, 'compressedBytes'>,
): Promise<string> {
  const file = path.join(scratch, `upload-${randomUUID()}`);
  let bytes = 0;
  const count = new Transform({
    transform(chunk, _, done) {
      bytes += chunk.length;
      done(bytes > limits.compressedBytes ? tooLarge(limits) : null, chunk);
    },
  });
  try {
    await pipeline(
      // Not the request itself: a pipeline that fails destroys its source, and
      // with it the connection that the answer has to go through.
      chunksOf(upload),
      count,
      fs.createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    );
    return file;
  } catch (error) {
    await fs.promises.rm(file, { force: true });
    throw upload.errored
      ? new InputError('The upload broke off. Try it again.')
      : error;
  }
}

async function* chunksOf(upload: Readable): AsyncGenerator<Buffer> {
  yield* upload.iterator({ destroyOnReturn: false });
}

function tooLarge(limits: Pick<ArchiveLimits, 'compressedBytes'>) {
  return new PayloadTooLargeError(
    `The archive is larger than ${limits.compressedBytes / 1024 / 1024} MB. Leave out large files or make them smaller.`,
  );
}
