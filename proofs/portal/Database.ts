import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where the tests' PostgreSQL is; the role must be plain and may CREATEDB. */
export interface DatabaseServer {
  host: string;
  port: number;
  user: string;
  password: string;
}

/** @throws Error when FREEHOLD_PROOFS_DATABASE is missing or names no role */
export function databaseServerFromEnvironment(): DatabaseServer {
  const address = process.env.FREEHOLD_PROOFS_DATABASE;
  if (!address) {
    throw new Error(
      'Set FREEHOLD_PROOFS_DATABASE to postgres://role:password@host:port of a PostgreSQL where the plain role may create databases, or run this through `npm test`',
    );
  }
  const url = new URL(address);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** A table that holds rows of tenants. */
export interface TenantTable {
  schema: string;
  table: string;
}

/** A database made for one proof, reached as the portal's own plain role. */
export class Database {
  static async create(server: DatabaseServer): Promise<Database> {
    const name = `proof_${randomBytes(5).toString('hex')}`;
    await onServer(server, `create database ${name}`);
    return new Database(server, name);
  }

  readonly server: DatabaseServer;
  readonly name: string;
  readonly pool: pg.Pool;

  private constructor(server: DatabaseServer, name: string) {
    this.server = server;
    this.name = name;
    this.pool = new pg.Pool({ ...server, database: name, max: 4 });
    // Dropping the database ends idle connections; that is no failure.
    this.pool.on('error', () => {});
  }

  /** Rows as the door for all tenants sees them. */
  async acrossTenants<Row extends pg.QueryResultRow>(
    sql: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return this.transaction(
      client => client.query<Row>(sql, values).then(result => result.rows),
      { role: 'freehold_all' },
    );
  }

  /** Runs `work` in a transaction, under a door's role when one is named. */
  async transaction<T>(
    work: (client: pg.PoolClient) => Promise<T>,
    door: { role?: string; tenant?: string } = {},
  ): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await enterDoor(client, door);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  /**
   * Every table with a column tenant_id, whichever plugin owns it. The rows of a
   * partition are those of its table; that nobody reaches them otherwise is for
   * the migrations test of its plugin to prove.
   */
  async tenantTables(): Promise<TenantTable[]> {
    const { rows } = await this.pool.query<TenantTable>(
      `select n.nspname as schema, c.relname as table
         from pg_class c
         join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relkind in ('r', 'p') and not c.relispartition
          and n.nspname not in ('pg_catalog', 'information_schema')
        order by 1, 2`,
    );
    return rows;
  }

  async drop(): Promise<void> {
    await this.pool.end();
    await onServer(this.server, `drop database ${this.name} with (force)`);
  }
}

export async function enterDoor(
  client: pg.ClientBase,
  door: { role?: string; tenant?: string },
): Promise<void> {
  if (door.role) {
    await client.query(
      `select set_config('role', $1, true), set_config('freehold.tenant', $2, true)`,
      [door.role, door.tenant ?? ''],
    );
  }
}

async function onServer(server: DatabaseServer, sql: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
