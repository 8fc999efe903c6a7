import { isUtf8 } from 'node:buffer';
import fs from 'node:fs/promises';
import {
  detectDelimiter,
  splitFirstRecord,
  uniqueColumnNames,
} from './csvHeader';
import type {
  DeclaredEncoding,
  FileEncoding,
  FileProfile,
} from './FileProfile';
import { inspectParquet } from './inspectParquet';
import { openBytes } from './openBytes';
import { ReadingError } from './ReadingError';
import { refuseTooManyColumns } from './ReadingLimits';
import type { ReadingLimits } from './ReadingLimits';

/** What the sender says of a file and the file itself cannot. */
export interface DeclaredFile {
  /** Only text without a byte order mark can be in another encoding than UTF-8. */
  encoding?: DeclaredEncoding;
}

/** Finds out what a file is from its first bytes and its header. */
export async function inspectFile(
  file: string,
  limits: ReadingLimits,
  declared: DeclaredFile = {},
): Promise<FileProfile> {
  const { size: bytes } = await fs.stat(file);
  const magic = await readStart(file);
  if (bytes === 0) {
    throw new ReadingError('empty-file', 'The file is empty');
  }
  refuseArchives(magic);
  if (magic.subarray(0, 4).toString('latin1') === 'PAR1') {
    return inspectParquet(file, bytes, limits);
  }
  const compression = magic[0] === 0x1f && magic[1] === 0x8b ? 'gzip' : 'none';
  const head = await readHead({ file, bytes, compression }, limits);
  if (head.length === 0) {
    throw new ReadingError('empty-file', 'The compressed file is empty');
  }
  refuseArchives(head);
  const encoding = detectEncoding(head, declared);
  const csv = decodeHead(head, encoding);
  const delimiter = detectDelimiter(csv);
  return {
    file,
    bytes,
    kind: 'csv',
    compression,
    encoding,
    delimiter,
    columns: readHeader(csv, delimiter, limits),
  };
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await fs.open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refuseArchives(start: Buffer): void {
  if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
    throw new ReadingError(
      'zip-archive',
      'The file is a ZIP archive or a spreadsheet (.xlsx). Send the CSV or Parquet file that is in it, or save the sheet as CSV',
    );
  }
}

async function readHead(
  profile: Pick<FileProfile, 'file' | 'bytes' | 'compression'>,
  limits: ReadingLimits,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // UTF-16 takes two bytes for what UTF-8 writes in one.
  const enough = limits.maxLineBytes * 2;
  for await (const chunk of openBytes(profile, limits)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > enough || chunk.includes('\n')) break;
  }
  return Buffer.concat(chunks);
}

function detectEncoding(head: Buffer, declared: DeclaredFile): FileEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (marked) return 'utf-8';
  // Where not even the header is UTF-8; else reading all of it will tell.
  return (
    declared.encoding ??
    (isUtf8(head.subarray(0, headerEnd(head))) ? 'utf-8' : 'windows-1252')
  );
}

function headerEnd(head: Buffer): number {
  const end = head.indexOf('\n');
  return end === -1 ? head.length : end;
}

function decodeHead(head: Buffer, encoding: FileEncoding): string {
  const text = new TextDecoder(encoding).decode(head);
  // A file of one line is a header without an end of line.
  return `${text}\n`;
}

function readHeader(
  csv: string,
  delimiter: string,
  limits: ReadingLimits,
): string[] {
  const header = splitFirstRecord(csv, delimiter);
  const headerLength = header?.join(delimiter).length ?? Infinity;
  if (!header || headerLength > limits.maxLineBytes) {
    throw new ReadingError(
      'line-too-long',
      `The first line is longer than ${limits.maxLineBytes} bytes or never ends. The first line must hold the names of the columns`,
    );
  }
  if (header.some(name => name.includes('\0'))) {
    throw new ReadingError(
      'nul-bytes',
      'The first line holds NUL bytes. Send a CSV file in UTF-8, or in UTF-16 with a byte order mark',
    );
  }
  if (header.some(name => name.includes('\uFFFD'))) {
    throw new ReadingError(
      'wrong-encoding',
      'The names of the columns are not valid in the encoding of the file. Save it as UTF-8, or declare its encoding',
    );
  }
  refuseTooManyColumns(header.length, limits);
  if (header.length < 2) {
    throw new ReadingError(
      'no-header',
      'The first line does not name columns, separated by comma, semicolon, tab or |',
    );
  }
  return uniqueColumnNames(header);
}
