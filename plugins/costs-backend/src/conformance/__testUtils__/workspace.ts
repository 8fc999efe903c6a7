import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RowsConnection } from '../countFailures';
import { identifier, literal } from '../../reading/sql';

/** A row of a file, by its header; what it leaves out is null. */
export type FileRow = Record<string, string | null | undefined>;

/** A DuckDB in memory that holds the rows of a file as an import does. */
export class Workspace implements RowsConnection {
  static async create(): Promise<Workspace> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    return new Workspace(await instance.connect());
  }

  private constructor(private readonly connection: DuckDBConnection) {}

  async rows<T>(sql: string): Promise<T[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJson() as T[];
  }

  /** Loads rows that a test wrote. */
  async load(columns: string[], rows: FileRow[]): Promise<void> {
    const header = columns.map(name => `${identifier(name)} VARCHAR`);
    await this.connection.run(
      `CREATE OR REPLACE TABLE source_rows (__row BIGINT, ${header.join(', ')})`,
    );
    for (const [index, row] of rows.entries()) {
      const values = columns.map(name => {
        const value = row[name];
        return value === null || value === undefined ? 'NULL' : literal(value);
      });
      await this.connection.run(
        `INSERT INTO source_rows VALUES (${[index + 1, ...values].join(', ')})`,
      );
    }
  }

  /** Loads a published file; returns its header. */
  async loadFile(file: string): Promise<string[]> {
    const read = `read_csv(${literal(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = ['', 'NULL'])`;
    await this.connection.run(
      `CREATE OR REPLACE TABLE source_rows AS SELECT row_number() OVER () AS __row, * FROM ${read}`,
    );
    const columns = await this.rows<{ column_name: string }>(
      `SELECT column_name FROM (DESCRIBE source_rows)`,
    );
    return columns.map(column => column.column_name).slice(1);
  }

  close() {
    this.connection.closeSync();
  }
}
