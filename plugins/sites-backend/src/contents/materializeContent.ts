import fs from 'node:fs';
import path from 'node:path';
import { measureTree, unpackTree, type ContentTree } from './contentTree';
import { starterPage } from './starterPage';

/** Where a site's files come from. */
export type ContentSource =
  | { kind: 'starter'; title: string }
  /** `archive` as kept by ContentsStore. */
  | { kind: 'upload'; archive: Buffer };

/**
 * Writes the files of a site into a folder.
 *
 * @param directory - an existing, empty folder
 * @returns what was written; its sha256 depends on paths and contents only
 */
export async function materializeContent(
  source: ContentSource,
  directory: string,
): Promise<ContentTree> {
  if (source.kind === 'starter') {
    await fs.promises.writeFile(
      path.join(directory, 'index.html'),
      starterPage({ title: source.title }),
      { flag: 'wx', mode: 0o644 },
    );
  } else {
    await unpackTree(source.archive, directory);
  }
  return measureTree(directory, await listFiles(directory));
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await fs.promises.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(directory, path.join(entry.parentPath, entry.name))
        .split(path.sep)
        .join('/'),
    );
}
