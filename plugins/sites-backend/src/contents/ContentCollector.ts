import { InputError } from '@backstage/errors';
import fs from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ArchiveLimits } from './archiveLimits';
import { entryPath, refusedEntry } from './entryPath';

/**
 * Takes the entries of an archive, checks each and writes it below a folder
 * that held nothing before. Only regular files are ever written, so that no
 * path below the folder can lead out of it.
 */
export class ContentCollector {
  private entries = 0;
  private bytes = 0;
  private readonly paths: string[] = [];
  /** Lower-case path → what it was first spelled as, and whether a folder. */
  private readonly taken = new Map<string, { path: string; file: boolean }>();

  /**
   * @param root - an existing, empty folder
   * @param archiveBytes - size of the archive, for the ratio
   */
  static create(options: {
    root: string;
    archiveBytes: number;
    limits: ArchiveLimits;
  }): ContentCollector {
    return new ContentCollector(
      options.root,
      options.archiveBytes,
      options.limits,
    );
  }

  private constructor(
    private readonly root: string,
    private readonly archiveBytes: number,
    private readonly limits: ArchiveLimits,
  ) {}

  /** Paths of the files so far, relative to the root. */
  get files(): readonly string[] {
    return this.paths;
  }

  /**
   * Where an entry's content goes, or undefined when the entry is left out and
   * its content is to be skipped.
   */
  accept(name: string, kind: 'file' | 'folder' | 'other'): string | undefined {
    this.entries += 1;
    if (this.entries > this.limits.entries) {
      throw new InputError(
        `The archive has more than ${this.limits.entries} entries. Pack only the files of the site.`,
      );
    }
    const wanted = entryPath(name, this.limits);
    if (kind === 'other') {
      throw refusedEntry(name, 'is a link or a device, not a file');
    }
    if (wanted === undefined || kind === 'folder') {
      return undefined;
    }
    this.take(wanted, name);
    this.paths.push(wanted);
    if (this.paths.length > this.limits.files) {
      throw new InputError(
        `The archive has more than ${this.limits.files} files. Pack only the files of the site.`,
      );
    }
    return wanted;
  }

  /**
   * Writes the content of an entry that was accepted as `file`.
   *
   * @param open - called when all is ready to take the content: a stream that
   *   fails while nobody listens would take the process with it
   */
  async write(
    file: string,
    open: () => Promise<Readable> | Readable,
  ): Promise<void> {
    const target = path.join(this.root, file);
    await fs.promises.mkdir(path.dirname(target), { recursive: true });
    const count = new Transform({
      transform: (chunk, _, done) => {
        try {
          this.addBytes(chunk.length);
          done(null, chunk);
        } catch (error) {
          done(error as Error);
        }
      },
    });
    await pipeline(
      await open(),
      count,
      fs.createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    );
  }

  private addBytes(length: number) {
    const { unpackedBytes, ratio, ratioFreeBytes } = this.limits;
    this.bytes += length;
    if (this.bytes > unpackedBytes) {
      throw new InputError(
        `The archive unpacks to more than ${Math.floor(unpackedBytes / 1024 / 1024)} MB. Leave out large files or make them smaller.`,
      );
    }
    if (this.bytes > Math.max(ratioFreeBytes, ratio * this.archiveBytes)) {
      throw new InputError(
        `The archive unpacks to more than ${ratio} times its size, which no site does. Pack the site again.`,
      );
    }
  }

  private take(file: string, name: string) {
    const segments = file.split('/');
    segments.forEach((_, index) => {
      const part = segments.slice(0, index + 1).join('/');
      const isFile = index === segments.length - 1;
      const known = this.taken.get(part.toLowerCase());
      if (!known) {
        this.taken.set(part.toLowerCase(), { path: part, file: isFile });
      } else if (isFile || known.file) {
        throw refusedEntry(name, `collides with '${known.path}'`);
      } else if (known.path !== part) {
        throw refusedEntry(
          name,
          `differs only in case from the folder '${known.path}'`,
        );
      }
    });
  }
}
