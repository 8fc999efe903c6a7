import path from 'node:path';
import { requireDiskSpace } from '../bootstrap/diskSpace.mjs';
import { tryLock } from '../bootstrap/fileLock.mjs';
import { root } from '../bootstrap/paths.mjs';
import { Problem } from '../bootstrap/problem.mjs';
import { step } from '../bootstrap/progress.mjs';
import type { Bundle } from './bundle.ts';
import {
  describeDataFolder,
  openDataFolder,
  resetDataFolder,
  type DataFolder,
} from './dataFolder.ts';
import { startDatabase } from './database.ts';
import { portalEnvironment, portalUrl } from './environment.ts';
import { endLeftovers, endPortal, recordProcess } from './ownedProcesses.ts';
import { startPortalProcess, type PortalProcess } from './portalProcess.ts';
import { requireFreePort } from './ports.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { onShutdown } from './shutdown.ts';

const NEEDED_MEGABYTES = 300;

/** A data folder that is ours, with its database running. */
export interface Premises {
  data: DataFolder;
  /** Environment of a portal on these premises. */
  env: NodeJS.ProcessEnv;
  closeDatabase(): Promise<void>;
}

/**
 * Takes the data folder until this process ends, tidies up after a start that
 * was killed, and makes sure of the port. All that is quick, so that a mistake
 * is told before anything slow begins.
 */
export async function claimDataFolder(settings: Settings): Promise<DataFolder> {
  const data = describeDataFolder(settings.dataFolder);
  openDataFolder(data);
  const lock = tryLock(data.lockFile, { url: portalUrl(settings.port) });
  if ('heldBy' in lock) {
    throw new Problem(
      `it is already running from ${data.path}, at ${lock.heldBy.url}. Stop that one with Ctrl-C or "kill ${lock.heldBy.pid}", or give this one its own folder and port: npm start -- --data <folder> --port <number>`,
    );
  }
  onShutdown(lock.release);
  const left = await endLeftovers(data.processesFile);
  if (left > 0) {
    process.stderr.write(
      `  ✓ Ended ${left} processes of an earlier start that was killed\n`,
    );
  }
  await requireFreePort(settings.port);
  requireDiskSpace(data.path, NEEDED_MEGABYTES, 'keep its data');
  if (settings.reset) resetDataFolder(data);
  return data;
}

/** Starts the database of a claimed folder; it stops with this process. */
export async function openPremises(
  data: DataFolder,
  port: number,
  options: { quick?: boolean } = {},
): Promise<Premises> {
  const secrets = loadSecrets(data);
  const database = await step('Starting PostgreSQL', () =>
    startDatabase(data, secrets, options.quick),
  );
  const env = portalEnvironment({
    data,
    secrets,
    port,
    databasePort: database.port,
  });
  return { data, env, closeDatabase: database.stop };
}

/** Runs a built portal on open premises; it stops with this process. */
export async function runPortal(
  { data, env }: Premises,
  bundle: Bundle,
  port: number,
): Promise<PortalProcess> {
  return step('Starting the portal', () =>
    startPortalProcess({
      args: [bundle.backend, '--config', path.join(root, 'app-config.yaml')],
      cwd: root,
      env: { ...env, NODE_ENV: 'production' },
      port,
      logFile: path.join(data.logs, 'portal.log'),
      onSpawn: pid => {
        const owned = recordProcess(data.processesFile, 'portal', pid);
        onShutdown(() => endPortal(owned));
        return owned;
      },
    }),
  );
}
