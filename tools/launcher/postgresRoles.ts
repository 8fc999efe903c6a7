import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from '../bootstrap/paths.mjs';

const folder = path.join(root, 'docker/initdb');

/**
 * Makes the roles and the database of a new cluster, from the same files that
 * set up a server elsewhere.
 *
 * @param mayCreateDatabases - for tests, which make a database each
 */
export async function createRoles(options: {
  port: number;
  superuserPassword: string;
  databasePassword: string;
  mayCreateDatabases?: boolean;
}): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: options.port,
    user: 'postgres',
    password: options.superuserPassword,
    database: 'postgres',
  });
  await client.connect();
  try {
    for (const name of fs.readdirSync(folder).sort()) {
      if (!name.endsWith('.sql')) continue;
      await client.query(fs.readFileSync(path.join(folder, name), 'utf8'));
    }
    await client.query(
      `alter role freehold password ${client.escapeLiteral(options.databasePassword)}`,
    );
    if (options.mayCreateDatabases) {
      await client.query('alter role freehold createdb');
    }
  } finally {
    await client.end();
  }
}
