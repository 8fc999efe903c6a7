import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  databaseUserFor,
  type DatabaseUser,
} from '../launcher/databaseUser.ts';
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
  port: number;
  /** Of the plain role. */
  password: string;
  /** Of the plain role, which may create databases, at `postgres`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A fresh PostgreSQL for tests, with the roles that every portal has.
 *
 * @param tls - what it identifies itself with, both PEM
 */
export async function startTestDatabase(tls?: {
  certificate: string;
  key: string;
}): Promise<TestDatabase> {
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
    tls: tls && writeTlsFiles(folder, tls, user),
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
    port: server.port,
    password: databasePassword,
    url: `postgres://freehold:${databasePassword}@127.0.0.1:${server.port}/postgres`,
    stop: async () => {
      await server.stop();
      removeTemporaryFolder(folder);
    },
  };
}

function writeTlsFiles(
  folder: string,
  tls: { certificate: string; key: string },
  user: DatabaseUser,
) {
  const write = (name: string, pem: string) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, pem, { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) {
      fs.chownSync(file, user.uid, user.gid);
    }
    return file;
  };
  return {
    certificate: write('certificate.pem', tls.certificate),
    key: write('key.pem', tls.key),
  };
}
