import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Place, PlacedFile } from './Place';

/** A folder that the portal's machine can read, and those in it. */
export class FolderPlace implements Place {
  constructor(private readonly folder: string) {}

  nameOf(file: string): string {
    return path.join(this.folder, file);
  }

  /** Without what links lead to, which may be anywhere. */
  async list(): Promise<PlacedFile[]> {
    const entries = await fs.readdir(this.folder, {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name));
    return Promise.all(
      files.map(async file => {
        const { mtime, mtimeMs, size } = await fs.stat(file);
        return {
          path: path.relative(this.folder, file).split(path.sep).join('/'),
          bytes: size,
          modifiedAt: mtime,
          stamp: `${size}/${mtimeMs}`,
        };
      }),
    );
  }

  async open(file: string): Promise<Readable> {
    return createReadStream(path.join(this.folder, file));
  }
}
