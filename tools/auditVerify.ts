import fs from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { Problem } from './bootstrap/problem.mjs';
import { bringBundle } from './launcher/bundle.ts';
import { describeDataFolder, type DataFolder } from './launcher/dataFolder.ts';
import { findDatabasePort } from './launcher/findDatabasePort.ts';
import { portalEnvironment } from './launcher/environment.ts';
import { claimDataFolder, openPremises } from './launcher/portal.ts';
import { loadSecrets } from './launcher/secrets.ts';
import { readSettings, type Settings } from './launcher/settings.ts';
import { runUntilStopped } from './launcher/shutdown.ts';
import { runScript } from './trials/kinds/command.ts';

const serverConfig = ['app-config.yaml', 'app-config.production.yaml'].flatMap(
  file => ['--config', file],
);

/**
 * `npm run audit:verify`: of the portal of a data folder on this machine,
 * running or not; of a server with `--config`, or where there is no such
 * folder.
 */
await runUntilStopped(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--config')) {
    return verify(args, { FREEHOLD_HOME: root });
  }
  const settings = readSettings(args, 'npm run audit:verify');
  const data = describeDataFolder(settings.dataFolder);
  if (!fs.existsSync(data.secretsFile)) {
    if (args.length > 0) {
      throw new Problem(`${data.path} is not the data folder of a portal.`);
    }
    return verify(serverConfig, { FREEHOLD_HOME: root });
  }
  return verify(
    ['--config', path.join(root, 'app-config.yaml')],
    await openDatabase(data, settings),
  );
});

async function verify(args: string[], env: NodeJS.ProcessEnv) {
  const bundle = await bringBundle();
  return runScript(bundle.auditVerify, args, { cwd: root, env });
}

/** Environment that leads to the folder's database, which runs from then on. */
async function openDatabase(
  data: DataFolder,
  settings: Settings,
): Promise<NodeJS.ProcessEnv> {
  const databasePort = findDatabasePort(data);
  if (databasePort === undefined) {
    const claimed = await claimDataFolder(settings);
    const premises = await openPremises(claimed, settings.port);
    return premises.env;
  }
  const { port } = settings;
  const secrets = loadSecrets(data);
  return portalEnvironment({ data, secrets, port, databasePort });
}
