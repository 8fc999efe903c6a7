import crypto from 'node:crypto';
import path from 'node:path';
import { databaseUserFor } from '../launcher/databaseUser.ts';
import { endPostgres, recordProcess } from '../launcher/ownedProcesses.ts';
import { createCluster } from '../launcher/postgresCluster.ts';
import { createRoles } from '../launcher/postgresRoles.ts';
import { startServer } from '../launcher/postgresServer.ts';
import { onShutdown } from '../launcher/shutdown.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from './temporaryFolder.ts';

export interface TestDatabase {
  /** Of the plain role, which may create databases, at `postgres`. */
  url: string;
  stop(): Promise<void>;
}

/** A fresh PostgreSQL for tests, with the roles that every portal has. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const folder = makeTemporaryFolder('postgres');
  const cluster = path.join(folder, 'cluster');
  const superuserPassword = crypto.randomBytes(16).toString('hex');
  const databasePassword = crypto.randomBytes(16).toString('hex');
  const user = databaseUserFor(cluster);
  createCluster(cluster, user, superuserPassword, true);
  const server = await startServer({
    cluster,
    user,
    quick: true,
    logFile: path.join(folder, 'postgres.log'),
    onSpawn: pid => {
      const owned = recordProcess(
        path.join(folder, 'processes.json'),
        'postgres',
        pid,
      );
      onShutdown(() => endPostgres(owned));
      return owned;
    },
  });
  await createRoles({
    port: server.port,
    superuserPassword,
    databasePassword,
    mayCreateDatabases: true,
  });
  return {
    url: `postgres://freehold:${databasePassword}@127.0.0.1:${server.port}/postgres`,
    stop: async () => {
      await server.stop();
      removeTemporaryFolder(folder);
    },
  };
}
