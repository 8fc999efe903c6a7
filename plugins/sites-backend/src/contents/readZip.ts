import { isError, toError } from '@backstage/errors';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl';
import type { ContentCollector } from './ContentCollector';
import { refusedEntry } from './entryPath';
import { unreadableArchive } from './unreadableArchive';

const openZip = promisify<Buffer, Options, ZipFile>(yauzl.fromBuffer);

const FILE_TYPE_MASK = 0o170000;
const REGULAR_FILE = 0o100000;
const FOLDER = 0o040000;
const MADE_BY_UNIX = 3;

/** Hands the entries of a ZIP archive to the collector, one after another. */
export async function readZip(
  archive: Buffer,
  collector: ContentCollector,
): Promise<void> {
  const zip = await openZip(archive, {
    lazyEntries: true,
    decodeStrings: true,
    strictFileNames: true,
    validateEntrySizes: true,
  }).catch(error => {
    throw unreadableArchive('ZIP', toError(error));
  });
  try {
    for (;;) {
      const entry = await nextEntry(zip);
      if (!entry) {
        return;
      }
      await readEntry(zip, entry, collector);
    }
  } finally {
    zip.close();
  }
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  collector: ContentCollector,
) {
  const file = collector.accept(entry.fileName, kindOf(entry));
  if (!file) {
    return;
  }
  if (entry.isEncrypted()) {
    throw refusedEntry(entry.fileName, 'is encrypted');
  }
  try {
    await collector.write(file, () => openEntry(zip, entry));
  } catch (error) {
    throw isFaultOfZip(error)
      ? refusedEntry(entry.fileName, 'is damaged')
      : error;
  }
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(error) : resolve(stream),
    ),
  );
}

/** Neither a refusal of ours nor a fault of the disk. */
function isFaultOfZip(error: unknown): boolean {
  return isError(error) && error.name !== 'InputError' && !('syscall' in error);
}

function kindOf(entry: Entry): 'file' | 'folder' | 'other' {
  if (entry.fileName.endsWith('/')) {
    return 'folder';
  }
  // Only Unix writes a file type; elsewhere the field means something else.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK;
  if (entry.versionMadeBy >>> 8 !== MADE_BY_UNIX || type === 0) {
    return 'file';
  }
  if (type === FOLDER) {
    return 'folder';
  }
  return type === REGULAR_FILE ? 'file' : 'other';
}

async function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  const settled = new AbortController();
  const { signal } = settled;
  const next = Promise.race([
    once(zip, 'entry', { signal }).then(([entry]) => entry as Entry),
    once(zip, 'end', { signal }).then(() => undefined),
  ]);
  zip.readEntry();
  try {
    return await next;
  } catch (error) {
    throw unreadableArchive('ZIP', toError(error));
  } finally {
    settled.abort();
  }
}
