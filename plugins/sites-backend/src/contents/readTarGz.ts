import { InputError, isError } from '@backstage/errors';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import type { ArchiveLimits } from './archiveLimits';
import type { ContentCollector } from './ContentCollector';
import { unreadableArchive } from './unreadableArchive';

// Headers and padding around each entry, long names included.
const BYTES_AROUND_ENTRY = 4096;
const CHUNK_BYTES = 65536;

/** Hands the entries of a gzipped tar archive to the collector. */
export async function readTarGz(
  archive: Buffer,
  collector: ContentCollector,
  limits: ArchiveLimits,
): Promise<void> {
  const entries = extract();
  const feeding = pipeline(
    Readable.from(chunksOf(archive)),
    createGunzip(),
    stopAt(limits.unpackedBytes + limits.entries * BYTES_AROUND_ENTRY),
    entries,
  );
  const taking = (async () => {
    for await (const entry of entries) {
      const { name } = entry.header;
      const file = collector.accept(name, kindOf(entry.header));
      if (file) {
        await collector.write(file, () => Readable.from(entry));
      } else {
        entry.resume();
      }
    }
  })();
  // A refusal by the collector ends the feeding too; its own error is then
  // only the echo.
  const [taken, fed] = await Promise.allSettled([taking, feeding]);
  for (const outcome of [taken, fed]) {
    if (outcome.status === 'rejected') {
      throw asRefusal(
        isInputError(outcome.reason) || fed.status === 'fulfilled'
          ? outcome.reason
          : (fed as PromiseRejectedResult).reason,
      );
    }
  }
}

/** Bounds what gzip can blow up before tar sees an entry. */
function stopAt(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk, _, done) {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        done(
          new InputError(
            'The archive unpacks to more than is allowed. Leave out large files or make them smaller.',
          ),
        );
      } else {
        done(null, chunk);
      }
    },
  });
}

function* chunksOf(archive: Buffer): Generator<Buffer> {
  for (let start = 0; start < archive.length; start += CHUNK_BYTES) {
    yield archive.subarray(start, start + CHUNK_BYTES);
  }
}

function kindOf(header: Header): 'file' | 'folder' | 'other' {
  if (header.type === 'directory') {
    return 'folder';
  }
  return header.type === 'file' || header.type === 'contiguous-file'
    ? 'file'
    : 'other';
}

function isInputError(error: unknown): boolean {
  return isError(error) && error.name === 'InputError';
}

function asRefusal(error: unknown): unknown {
  if (isInputError(error) || !isError(error)) {
    return error;
  }
  // A full disk is not the archive's fault.
  if ('syscall' in error) {
    return error;
  }
  return unreadableArchive('.tar.gz', error);
}
