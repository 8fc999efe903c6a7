import { createHash } from 'node:crypto';
import { createReadStream, promises as fs } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256, hex, over names and contents of all files below a directory. */
export async function digestDirectory(directory: string): Promise<string> {
  const entries = await fs.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(directory, path.join(entry.parentPath, entry.name)),
    )
    .sort();
  const tree = createHash('sha256');
  for (const file of files) {
    const content = createHash('sha256');
    await pipeline(createReadStream(path.join(directory, file)), content);
    // A NUL ends the name: no name contains one.
    tree.update(`${file}\0${content.digest('hex')}`);
  }
  return tree.digest('hex');
}
