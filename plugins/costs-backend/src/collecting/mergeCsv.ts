import { InputError } from '@backstage/errors';
import { Readable } from 'node:stream';
import zlib from 'node:zlib';

/** Opens a part of an export. */
export type OpenPart = () => Promise<Readable>;

const MOST_HEADER_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * One gzipped CSV file of several, plain or gzipped, that have the same header:
 * providers split large exports, and a month is brought in as a whole.
 */
export function mergeCsv(parts: readonly OpenPart[]): Readable {
  const merged = Readable.from(linesOf(parts), { objectMode: false });
  const gzip = zlib.createGzip({ level: 1 });
  merged.on('error', error => gzip.destroy(error));
  return merged.pipe(gzip);
}

async function* linesOf(parts: readonly OpenPart[]): AsyncGenerator<Buffer> {
  let first: Buffer | undefined;
  for (const open of parts) {
    const { header, rest } = await splitHeader(await open());
    if (!first) {
      first = header;
      yield header;
    } else if (!plain(header).equals(plain(first))) {
      throw new InputError(
        'The files of the newest export have different columns, so they are not parts of one. Keep each export in a folder of its own.',
      );
    }
    let last: number | undefined;
    for await (const chunk of rest) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
    if (last !== undefined && last !== NEWLINE) {
      yield Buffer.from('\n');
    }
  }
}

/** Without a byte order mark, and however the line ends. */
function plain(header: Buffer): Buffer {
  const text = header.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return Buffer.from(text.trimEnd(), 'latin1');
}

async function splitHeader(
  part: Readable,
): Promise<{ header: Buffer; rest: AsyncGenerator<Buffer> }> {
  const chunks = decompressed(part);
  let head: Buffer = Buffer.alloc(0);
  for (;;) {
    const end = head.indexOf(NEWLINE) + 1;
    if (end > 0) {
      return { header: head.subarray(0, end), rest: after(head, end, chunks) };
    }
    const { done, value } = await chunks.next();
    if (done || head.length > MOST_HEADER_BYTES) {
      throw new InputError(
        'A file of the newest export has no line that names its columns. Have it exported again.',
      );
    }
    head = Buffer.concat([head, value]);
  }
}

async function* after(
  head: Buffer,
  end: number,
  chunks: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  yield head.subarray(end);
  yield* chunks;
}

/** Whatever the file is called: gzip begins with its magic. */
async function* decompressed(part: Readable): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = part[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) {
    return;
  }
  const start: Buffer = first.value;
  const whole = Readable.from(prepended(start, chunks), { objectMode: false });
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = zlib.createGunzip();
  whole.on('error', error => gunzip.destroy(error));
  yield* whole.pipe(gunzip);
}

async function* prepended(
  start: Buffer,
  chunks: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  yield start;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
