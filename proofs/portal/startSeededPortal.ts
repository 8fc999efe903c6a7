import { StsDouble } from '../../plugins/sites-backend/src/__testUtils__/StsDouble.ts';
import { seedWorld } from '../seed/seedWorld.ts';
import type { World } from '../seed/World.ts';
import { type RunningPortal, startPortal } from './startPortal.ts';

export interface SeededPortal extends RunningPortal {
  world: World;
}

/** A portal with something in it to see. */
export async function startSeededPortal(): Promise<SeededPortal> {
  const aws = await StsDouble.start();
  const running = await startPortal({
    search: searchEveryOtherSecond,
    sites: { aws: { endpoint: aws.endpoint } },
  });
  const remove = async () => {
    await running.remove();
    await aws.stop();
  };
  try {
    const world = await seedWorld(
      running.portal,
      running.database,
      running.cast,
    );
    return { ...running, remove, world };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The index is filled while the proof waits, not ten minutes later. */
const searchEveryOtherSecond = {
  collators: {
    catalog: {
      schedule: {
        frequency: { minutes: 0, seconds: 2 },
        initialDelay: { seconds: 1 },
        timeout: { minutes: 1 },
      },
    },
  },
};
