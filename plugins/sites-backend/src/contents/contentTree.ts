import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** What a tree of files comes to. */
export interface ContentTree {
  /** Hex SHA-256 over paths and contents; equal trees have equal ones. */
  sha256: string;
  files: number;
  /** Sum of the files' sizes in bytes. */
  bytes: number;
}

/**
 * @param root - folder the paths are relative to
 * @param files - relative paths with forward slashes
 */
export async function measureTree(
  root: string,
  files: readonly string[],
): Promise<ContentTree> {
  const tree = createHash('sha256');
  let bytes = 0;
  for (const file of inOrder(files)) {
    const content = await fs.promises.readFile(path.join(root, file));
    bytes += content.length;
    const digest = createHash('sha256').update(content).digest('hex');
    tree.update(`${file}\0${digest}\n`);
  }
  return { sha256: tree.digest('hex'), files: files.length, bytes };
}

/** The files as one .tar.gz, with nothing in it but paths and contents. */
export async function packTree(
  root: string,
  files: readonly string[],
): Promise<Buffer> {
  const archive = pack();
  const packed = buffer(archive.pipe(createGzip()));
  for (const file of inOrder(files)) {
    const content = await fs.promises.readFile(path.join(root, file));
    archive.entry({ name: file, mode: 0o644, mtime: new Date(0) }, content);
  }
  archive.finalize();
  return packed;
}

/** Writes what {@link packTree} made into a folder. */
export async function unpackTree(archive: Buffer, root: string): Promise<void> {
  const entries = extract();
  const writing = (async () => {
    for await (const entry of entries) {
      const target = path.join(root, entry.header.name);
      await fs.promises.mkdir(path.dirname(target), { recursive: true });
      await pipeline(
        Readable.from(entry),
        fs.createWriteStream(target, { flags: 'wx', mode: 0o644 }),
      );
    }
  })();
  await Promise.all([
    writing,
    pipeline(Readable.from([archive]), createGunzip(), entries),
  ]);
}

function inOrder(files: readonly string[]): string[] {
  // By code unit: the same on every machine, whatever its locale.
  return [...files].sort((a, b) => (a < b ? -1 : 1));
}
