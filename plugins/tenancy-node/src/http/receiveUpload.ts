import { InputError } from '@backstage/errors';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PayloadTooLargeError } from './bodyErrors';

/** A body that was received. */
export interface ReceivedUpload {
  /** Path of the file, which the caller removes. */
  file: string;
  bytes: number;
  /** Of the bytes, hex. */
  sha256: string;
}

/**
 * Writes an upload to a file of its own while it arrives, so that slow uploads
 * hold no memory.
 *
 * @param scratch - an existing folder
 * @param limits.bytes - the most that is taken
 * @param limits.tooLarge - what to tell about more than that
 * @throws PayloadTooLargeError, and InputError when the upload breaks off
 */
export async function receiveUpload(
  upload: Readable,
  scratch: string,
  limits: { bytes: number; tooLarge: string },
): Promise<ReceivedUpload> {
  const file = path.join(scratch, `upload-${randomUUID()}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(
        bytes > limits.bytes ? new PayloadTooLargeError(limits.tooLarge) : null,
        chunk,
      );
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
    return { file, bytes, sha256: hash.digest('hex') };
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
