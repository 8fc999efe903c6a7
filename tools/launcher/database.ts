import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Problem } from '../bootstrap/problem.mjs';
import {
  damaged,
  isInitialised,
  markInitialised,
  type DataFolder,
} from './dataFolder.ts';
import { databaseUserFor } from './databaseUser.ts';
import { endPostgres, recordProcess } from './ownedProcesses.ts';
import { createCluster } from './postgresCluster.ts';
import { createRoles } from './postgresRoles.ts';
import {
  PostgresFailure,
  startServer,
  type PostgresServer,
} from './postgresServer.ts';
import type { Secrets } from './secrets.ts';
import { onShutdown } from './shutdown.ts';

const MAJOR_VERSION = '18';

/**
 * Starts the database of a data folder, which is made on the first start.
 *
 * Until the roles and the database are complete there is nothing to lose, so
 * a first start that died is simply repeated. The server stops with this
 * process.
 */
export async function startDatabase(
  data: DataFolder,
  secrets: Secrets,
  quick = false,
): Promise<PostgresServer> {
  const isNew = !isInitialised(data);
  const user = databaseUserFor(data.cluster);
  if (isNew) {
    createCluster(data.cluster, user, secrets.superuserPassword, quick);
  } else {
    requireCluster(data);
  }
  const server = await start(data, quick);
  if (isNew) {
    await createRoles({ ...secrets, port: server.port });
    markInitialised(data);
  } else {
    await requireAccess(data, server.port, secrets.databasePassword);
  }
  return server;
}

async function start(data: DataFolder, quick: boolean) {
  try {
    return await startServer({
      cluster: data.cluster,
      user: databaseUserFor(data.cluster),
      logFile: path.join(data.logs, 'postgres.log'),
      quick,
      onSpawn: pid => {
        const owned = recordProcess(data.processesFile, 'postgres', pid);
        onShutdown(() => endPostgres(owned));
        return owned;
      },
    });
  } catch (error) {
    if (error instanceof PostgresFailure) throw explain(data, error.message);
    throw error;
  }
}

function explain(data: DataFolder, reason: string): Problem {
  if (reason.includes('No space left on device')) {
    return new Problem(
      'the disk is full. Free some space and run the command again.',
    );
  }
  if (/wrong ownership|Permission denied/.test(reason)) {
    return new Problem(
      `the database in ${data.cluster} belongs to another user. Run as that user, or give another folder with --data.`,
    );
  }
  if (/lock file .* already exists|pre-existing shared memory/.test(reason)) {
    return new Problem(
      `another PostgreSQL is running on ${data.cluster}. Stop that one, or give another folder with --data.`,
    );
  }
  return damaged(data, `PostgreSQL says "${reason}"`);
}

function requireCluster(data: DataFolder) {
  let version: string;
  try {
    version = fs
      .readFileSync(path.join(data.cluster, 'PG_VERSION'), 'utf8')
      .trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw explain(data, 'Permission denied');
    }
    throw damaged(data, `its database is missing from ${data.cluster}`);
  }
  if (version !== MAJOR_VERSION) {
    throw damaged(
      data,
      `its database is of PostgreSQL ${version}, not ${MAJOR_VERSION}`,
    );
  }
}

async function requireAccess(data: DataFolder, port: number, password: string) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'freehold',
    password,
    database: 'freehold',
  });
  try {
    await client.connect();
  } catch (error) {
    throw damaged(
      data,
      `its database cannot be opened (${(error as Error).message})`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
