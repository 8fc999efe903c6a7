import path from 'node:path';
import fs from 'node:fs/promises';
import os from 'node:os';
import { uniqueColumnNames } from './csvHeader';
import type { FileProfile } from './FileProfile';
import { linkSource, PARQUET_SOURCE } from './prepareSource';
import { ReadingError, refusalOf } from './ReadingError';
import { refuseTooManyColumns } from './ReadingLimits';
import type { ReadingLimits } from './ReadingLimits';
import { literal } from './sql';
import { Workspace } from './Workspace';

/** Reads names of columns and number of rows from the end of a Parquet file. */
export async function inspectParquet(
  file: string,
  bytes: number,
  limits: ReadingLimits,
): Promise<FileProfile> {
  await refuseTruncated(file, bytes);
  const workspace = await Workspace.open({
    directory: path.join(os.tmpdir(), 'freehold-inspect'),
    memoryMiB: 64,
    threads: 1,
  });
  try {
    const source = await linkSource(workspace, file, PARQUET_SOURCE);
    const columns = await describeParquet(workspace, source);
    refuseTooManyColumns(columns.length, limits);
    const [{ rows }] = await workspace.rows<{ rows: string }>(
      `select num_rows as rows from parquet_file_metadata(${literal(source)})`,
    );
    if (BigInt(rows) > BigInt(limits.maxRows)) {
      throw new ReadingError(
        'too-many-rows',
        `The file has ${rows} rows, at most ${limits.maxRows} are read. Split it by billing period or by account`,
      );
    }
    return {
      file,
      bytes,
      kind: 'parquet',
      compression: 'none',
      encoding: 'utf-8',
      delimiter: '',
      columns: uniqueColumnNames(columns.map(column => column.column_name)),
    };
  } catch (error) {
    throw refusalOf(error, damagedParquet());
  } finally {
    await workspace.close();
  }
}

/** Columns of a Parquet file with DuckDB's types, in the order of the file. */
export async function describeParquet(
  workspace: Workspace,
  source: string,
): Promise<{ column_name: string; column_type: string }[]> {
  return workspace.rows(
    `describe select * from read_parquet(${literal(source)})`,
  );
}

async function refuseTruncated(file: string, bytes: number): Promise<void> {
  const handle = await fs.open(file, 'r');
  try {
    const end = Buffer.alloc(4);
    await handle.read(end, 0, 4, Math.max(0, bytes - 4));
    if (bytes < 12 || end.toString('latin1') !== 'PAR1') {
      throw new ReadingError(
        'truncated-file',
        'The Parquet file ends too early. Fetch it from the provider again',
      );
    }
  } finally {
    await handle.close();
  }
}

/** What is said where DuckDB cannot read a Parquet file; its own words may show paths. */
export function damagedParquet(): ReadingError {
  return new ReadingError(
    'damaged-file',
    'The Parquet file is damaged. Fetch it from the provider again',
  );
}
