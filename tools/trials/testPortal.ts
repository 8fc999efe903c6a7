import path from 'node:path';
import { bringBundle } from '../launcher/bundle.ts';
import { portalUrl } from '../launcher/environment.ts';
import {
  claimDataFolder,
  openPremises,
  runPortal,
} from '../launcher/portal.ts';
import { findFreePort } from '../launcher/ports.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from './temporaryFolder.ts';

export interface TestPortal {
  url: string;
  /** What the portal was started with, its database's address included. */
  env: NodeJS.ProcessEnv;
  logFile: string;
  stop(): Promise<void>;
}

/** The portal as `npm start` runs it, on a fresh folder and a free port. */
export async function startTestPortal(): Promise<TestPortal> {
  const bundle = await bringBundle();
  const folder = makeTemporaryFolder('portal');
  const port = await findFreePort();
  const data = await claimDataFolder({
    port,
    dataFolder: path.join(folder, 'data'),
    reset: false,
    verbose: false,
  });
  const premises = await openPremises(data, port, { quick: true });
  const portal = await runPortal(premises, bundle, port);
  return {
    url: portalUrl(port),
    env: premises.env,
    logFile: path.join(data.logs, 'portal.log'),
    stop: async () => {
      await portal.stop();
      await premises.closeDatabase();
      removeTemporaryFolder(folder);
    },
  };
}
