import pLimit from 'p-limit';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { appendRows } from '../allocation/workspace/appendRows';
import { identifier, literal } from '../reading/sql';
import { Workspace, type WorkspaceOptions } from '../reading/Workspace';

/** A column of a Parquet file. */
export interface ParquetColumn {
  name: string;
  type: 'string' | 'decimal' | 'timestamp' | 'date' | 'integer' | 'json';
}

/** The most digits that a decimal of Parquet has. */
const MOST_DIGITS = 38;
/** Rows that are held before they are packed, so few that they fit into memory. */
const ROW_GROUP = 10_240;
/** Each uses a core and as much memory as it is given. */
const AT_ONCE = 2;

/**
 * Writes Parquet files by way of DuckDB, on disk and in constant memory. A
 * decimal column has the digits that its values need, so that none is lost; one
 * that would need more than Parquet has stays text.
 */
export class ParquetWriter {
  static create(workspace: WorkspaceOptions): ParquetWriter {
    return new ParquetWriter(workspace);
  }

  private readonly turns = pLimit(AT_ONCE);

  private constructor(private readonly workspace: WorkspaceOptions) {}

  /**
   * Writes the rows to `output` once all are there, and ends it.
   *
   * @param rows - values as text, in parts
   * @param begin - called before the first byte
   */
  async write(
    columns: readonly ParquetColumn[],
    rows: AsyncIterable<readonly (readonly (string | null)[])[]>,
    output: Writable,
    begin: () => void,
  ): Promise<void> {
    await this.turns(async () => {
      // Whoever waited may have gone.
      if (output.destroyed) return;
      const workspace = await Workspace.open(this.workspace);
      try {
        const file = await makeFile(workspace, columns, rows, output);
        if (output.destroyed) return;
        begin();
        await pipeline(fs.createReadStream(file), output);
      } finally {
        await workspace.close();
      }
    });
  }
}

async function makeFile(
  workspace: Workspace,
  columns: readonly ParquetColumn[],
  rows: AsyncIterable<readonly (readonly (string | null)[])[]>,
  output: Writable,
): Promise<string> {
  const texts = columns.map(({ name }) => `${identifier(name)} varchar`);
  await workspace.run(`create table exported (${texts.join(', ')})`);
  for await (const part of rows) {
    if (output.destroyed) break;
    await appendRows(workspace.duckdb, 'exported', part);
  }
  const typed: string[] = [];
  for (const column of columns) {
    const name = identifier(column.name);
    typed.push(
      `cast(${name} as ${await typeOf(workspace, column)}) as ${name}`,
    );
  }
  const file = path.join(workspace.folder, 'export.parquet');
  await workspace.run(
    `copy (select ${typed.join(', ')} from exported) to ${literal(file)} (format parquet, compression zstd, row_group_size ${ROW_GROUP})`,
  );
  return file;
}

async function typeOf(
  workspace: Workspace,
  { name, type }: ParquetColumn,
): Promise<string> {
  switch (type) {
    case 'decimal':
      return decimalOf(workspace, identifier(name));
    case 'timestamp':
      return 'timestamptz';
    case 'date':
      return 'date';
    case 'integer':
      return 'bigint';
    default:
      return 'varchar';
  }
}

async function decimalOf(workspace: Workspace, name: string): Promise<string> {
  const [{ whole, scale }] = await workspace.rows<
    Record<'whole' | 'scale', number | null>
  >(
    `select max(length(split_part(ltrim(${name}, '+-'), '.', 1)))::integer as whole,
            max(length(split_part(${name}, '.', 2)))::integer as scale from exported`,
  );
  const digits = Math.max((whole ?? 0) + (scale ?? 0), 1);
  return digits > MOST_DIGITS ? 'varchar' : `decimal(${digits}, ${scale ?? 0})`;
}
