import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBValue } from '@duckdb/node-api';
import fs from 'node:fs/promises';
import path from 'node:path';
import { defineMacros } from './defineMacros';
import type { FileProfile } from './FileProfile';
import { literal } from './sql';

/** Where a workspace is made, and what it may use. */
export interface WorkspaceOptions {
  directory: string;
  memoryMiB: number;
  threads: number;
}

/**
 * A DuckDB database of one import, in a folder of its own. DuckDB reaches files
 * of that folder only and no network, whatever a file or a query asks for.
 */
export class Workspace {
  /** The file that was read, once `readSource` has. */
  source?: FileProfile;

  private constructor(
    /** The one folder that SQL may read from and write to. */
    readonly folder: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly second: DuckDBConnection,
  ) {}

  /** Makes the folder and the database in it. */
  static async open(options: WorkspaceOptions): Promise<Workspace> {
    await fs.mkdir(options.directory, { recursive: true });
    const folder = await fs.mkdtemp(path.join(options.directory, 'workspace-'));
    try {
      const instance = await DuckDBInstance.create(':memory:', {
        threads: String(options.threads),
        memory_limit: `${options.memoryMiB}MiB`,
        temp_directory: path.join(folder, 'spill'),
        autoload_known_extensions: 'false',
        autoinstall_known_extensions: 'false',
        allow_community_extensions: 'false',
        enable_external_file_cache: 'false',
        // What a task needed goes back to the system, not to the next task.
        allocator_flush_threshold: '16MiB',
      });
      const connection = await instance.connect();
      // Each thread holds a row group before it is packed: small ones bound it.
      // The newest packing of texts takes a quarter less time than the default.
      await connection.run(
        `attach ${literal(path.join(folder, 'rows.duckdb'))} as workspace (row_group_size 30720, storage_version 'latest')`,
      );
      const second = await instance.connect();
      await second.run(`use workspace; set TimeZone = 'UTC';`);
      await connection.run(`
        use workspace;
        set force_compression = 'dict_fsst';
        set TimeZone = 'UTC';
        set allowed_directories = [${literal(folder)}];
        set enable_external_access = false;
        set lock_configuration = true;
      `);
      const workspace = new Workspace(folder, instance, connection, second);
      await defineMacros(workspace);
      return workspace;
    } catch (error) {
      await fs.rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The connection itself, for steps that append rows or read them in parts. */
  get duckdb(): DuckDBConnection {
    return this.connection;
  }

  /** Runs statements whose answer is not needed. */
  async run(sql: string, params?: DuckDBValue[]): Promise<void> {
    await this.connection.run(sql, params);
  }

  /** All rows of an answer; decimals, large integers and instants are strings, so that they stay exact. */
  async rows<T>(sql: string, params?: DuckDBValue[]): Promise<T[]> {
    return readAll(this.connection, sql, params);
  }

  /** A connection of its own, for what is asked while the other one works. */
  readonly aside = {
    rows: <T>(sql: string, params?: DuckDBValue[]): Promise<T[]> =>
      readAll(this.second, sql, params),
  };

  /** Has everything fail that runs. */
  interrupt(): void {
    this.connection.interrupt();
    this.second.interrupt();
  }

  /** Ends what runs and removes the folder. */
  async close(): Promise<void> {
    this.interrupt();
    this.second.closeSync();
    this.connection.closeSync();
    this.instance.closeSync();
    await fs.rm(this.folder, { recursive: true, force: true });
  }
}

async function readAll<T>(
  connection: DuckDBConnection,
  sql: string,
  params?: DuckDBValue[],
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, params);
  return reader.getRowObjectsJson() as T[];
}
