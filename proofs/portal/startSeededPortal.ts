import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedWorld } from '../seed/seedWorld.ts';
import { castTenants, toDemo } from '../seed/tenants.ts';
import type { World } from '../seed/World.ts';
import { Database, databaseServerFromEnvironment } from './Database.ts';
import { Portal } from './Portal.ts';

/** A portal of one's own with a seeded world; `remove` leaves nothing behind. */
export interface SeededPortal {
  portal: Portal;
  database: Database;
  world: World;
  remove(): Promise<void>;
}

export async function startSeededPortal(): Promise<SeededPortal> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'freehold-proof-'));
  const database = await Database.create(databaseServerFromEnvironment());
  const cast = castTenants();
  let portal: Portal | undefined;
  const remove = async () => {
    await portal?.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    portal = await Portal.start({
      database,
      folder,
      demo: toDemo(cast),
      config: searchEveryOtherSecond,
    });
    const world = await seedWorld(portal, cast);
    return { portal, database, world, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The index is filled while the proof waits, not ten minutes later. */
const searchEveryOtherSecond = {
  search: {
    collators: {
      catalog: {
        schedule: {
          frequency: { seconds: 2 },
          initialDelay: { seconds: 1 },
          timeout: { minutes: 1 },
        },
      },
    },
  },
};
