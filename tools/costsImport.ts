import fs from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { Problem } from './bootstrap/problem.mjs';
import { bringBundle } from './launcher/bundle.ts';
import { describeDataFolder } from './launcher/dataFolder.ts';
import { portalEnvironment } from './launcher/environment.ts';
import { findDatabasePort } from './launcher/findDatabasePort.ts';
import { loadSecrets } from './launcher/secrets.ts';
import { readSettings } from './launcher/settings.ts';
import { runUntilStopped } from './launcher/shutdown.ts';
import { runScript } from './trials/kinds/command.ts';

const USAGE = 'npm run costs:import -- <file>';
/** Of ours, with a value; all others are the command's own. */
const OF_THE_FOLDER = ['--data', '--port'];

/**
 * `npm run costs:import`: into the portal of a data folder on this machine,
 * which runs; into a server's with `--config`.
 */
await runUntilStopped(async () => {
  const { own, theirs } = sortFlags(process.argv.slice(2));
  const args = theirs.map((arg, at) =>
    theirs[at - 1] === '--source' ? arg : absolute(arg),
  );
  if (args.includes('--config')) {
    return bringIn(args, { FREEHOLD_HOME: root });
  }
  const { dataFolder, port } = readSettings(own, USAGE);
  const data = describeDataFolder(dataFolder);
  const databasePort = findDatabasePort(data);
  if (!fs.existsSync(data.secretsFile) || databasePort === undefined) {
    throw new Problem(
      `no portal runs with the data folder ${data.path}. Start it with npm start, or name a server's configuration with --config.`,
    );
  }
  const secrets = loadSecrets(data);
  return bringIn(
    [...args, '--config', path.join(root, 'app-config.yaml')],
    portalEnvironment({ data, secrets, port, databasePort }),
  );
});

async function bringIn(args: string[], env: NodeJS.ProcessEnv) {
  const bundle = await bringBundle();
  return runScript(bundle.costsImport, args, { cwd: root, env });
}

function sortFlags(args: string[]) {
  const isOwn = (at: number) =>
    OF_THE_FOLDER.includes(args[at]) || OF_THE_FOLDER.includes(args[at - 1]);
  return {
    own: args.filter((_, at) => isOwn(at)),
    theirs: args.filter((_, at) => !isOwn(at)),
  };
}

/** npm runs scripts in the checkout; files are named from where it was called. */
function absolute(arg: string): string {
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), arg);
  return !arg.startsWith('-') && fs.existsSync(file) ? file : arg;
}
