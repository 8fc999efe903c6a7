import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Workspace } from '../reading';
import { literal } from '../reading/sql';
import type { OpenPart } from './mergeCsv';

/** One Parquet file of several, by the names of their columns. */
export async function mergeParquet(
  parts: readonly OpenPart[],
  directory: string,
  use: (merged: Readable) => Promise<void>,
): Promise<void> {
  const workspace = await Workspace.open({
    directory,
    memoryMiB: 128,
    threads: 1,
  });
  try {
    const files: string[] = [];
    for (const [at, open] of parts.entries()) {
      const file = path.join(workspace.folder, `part-${at}.parquet`);
      await pipeline(await open(), createWriteStream(file, { mode: 0o600 }));
      files.push(file);
    }
    const merged = path.join(workspace.folder, 'merged.parquet');
    await workspace.run(
      `copy (select * from read_parquet([${files.map(literal).join(', ')}], union_by_name = true))
         to ${literal(merged)} (format parquet, row_group_size 30720)`,
    );
    await use(createReadStream(merged));
  } finally {
    await workspace.close();
  }
}
