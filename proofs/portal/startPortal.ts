import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Cast, castTenants, toDemo } from '../seed/tenants.ts';
import { Database, databaseServerFromEnvironment } from './Database.ts';
import { Portal } from './Portal.ts';

/** A portal of one's own; `remove` leaves nothing of it behind. */
export interface RunningPortal {
  portal: Portal;
  database: Database;
  cast: Cast;
  /**
   * Starts another process of the same portal.
   *
   * @param config - in place of the first one's
   */
  startReplica(config?: Record<string, unknown>): Promise<Portal>;
  remove(): Promise<void>;
}

/**
 * @param config - merged over app-config.yaml
 * @param preload - absolute paths of modules to load into the process first
 * @param extraCustomers - how many there are beside the usual ones
 */
export async function startPortal(
  config?: Record<string, unknown>,
  preload?: string[],
  extraCustomers?: number,
): Promise<RunningPortal> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'freehold-proof-'));
  const database = await Database.create(databaseServerFromEnvironment());
  const cast = castTenants(extraCustomers);
  const portals: Portal[] = [];
  const start = async (
    name: string,
    options: { beside?: Portal; config?: Record<string, unknown> },
  ) => {
    const portal = await Portal.start({
      database,
      folder: path.join(folder, name),
      demo: toDemo(cast),
      preload,
      ...options,
    });
    portals.push(portal);
    return portal;
  };
  const remove = async () => {
    await Promise.all(portals.map(portal => portal.stop()));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const portal = await start('first', { config });
    return {
      portal,
      database,
      cast,
      startReplica: (ownConfig = config) =>
        start(`replica-${portals.length}`, {
          beside: portal,
          config: ownConfig,
        }),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
