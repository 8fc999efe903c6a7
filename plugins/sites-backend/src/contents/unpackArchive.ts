import { InputError } from '@backstage/errors';
import fs from 'node:fs';
import path from 'node:path';
import { archiveLimits, type ArchiveLimits } from './archiveLimits';
import { ContentCollector } from './ContentCollector';
import { measureTree, packTree, type ContentTree } from './contentTree';
import { readTarGz } from './readTarGz';
import { readZip } from './readZip';

export type ArchiveMediaType = 'application/zip' | 'application/gzip';

/** An upload after it was checked, packed anew so that it can be trusted. */
export interface CheckedContent extends ContentTree {
  /** What was uploaded. */
  mediaType: ArchiveMediaType;
  /** A .tar.gz of the site's files, relative to its root. */
  archive: Buffer;
}

/**
 * Unpacks an uploaded archive, checks every entry and packs what is left.
 *
 * @param archive - the upload, a ZIP or a .tar.gz by its first bytes
 * @param scratch - an existing folder that a folder of its own is made in, and
 *   removed from again
 * @throws InputError naming what is wrong with the archive
 */
export async function unpackArchive(
  archive: Buffer,
  scratch: string,
  limits: ArchiveLimits = archiveLimits,
): Promise<CheckedContent> {
  const mediaType = mediaTypeOf(archive);
  const root = await fs.promises.mkdtemp(path.join(scratch, 'content-'));
  try {
    const collector = ContentCollector.create({
      root,
      archiveBytes: archive.length,
      limits,
    });
    if (mediaType === 'application/zip') {
      await readZip(archive, collector);
    } else {
      await readTarGz(archive, collector, limits);
    }
    const site = findSite(collector.files);
    const folder = path.join(root, site.folder);
    return {
      mediaType,
      ...(await measureTree(folder, site.files)),
      archive: await packTree(folder, site.files),
    };
  } finally {
    await fs.promises.rm(root, { recursive: true, force: true });
  }
}

function mediaTypeOf(archive: Buffer): ArchiveMediaType {
  const start = archive.subarray(0, 4).toString('hex');
  if (start === '504b0304') {
    return 'application/zip';
  }
  if (start.startsWith('1f8b')) {
    return 'application/gzip';
  }
  throw new InputError(
    'The upload is neither a .zip nor a .tar.gz archive, or it is empty. Pack the site into one of the two.',
  );
}

/** Where the site is in the archive: at its root, or in its only folder. */
function findSite(files: readonly string[]): {
  folder: string;
  files: string[];
} {
  if (files.includes('index.html')) {
    return { folder: '.', files: [...files] };
  }
  const [folder] = (files[0] ?? '').split('/');
  const prefix = `${folder}/`;
  if (
    files.includes(`${prefix}index.html`) &&
    files.every(file => file.startsWith(prefix))
  ) {
    return { folder, files: files.map(file => file.slice(prefix.length)) };
  }
  throw new InputError(
    "The archive has no 'index.html' at its root or in its only top folder. Add the page that visitors see first.",
  );
}
