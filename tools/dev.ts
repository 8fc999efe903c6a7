import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { backstageCli } from './launcher/backstageCli.ts';
import { describeSignIns } from './launcher/demoSignIns.ts';
import { endPortal, recordProcess } from './launcher/ownedProcesses.ts';
import { claimDataFolder, openPremises } from './launcher/portal.ts';
import { readSettings } from './launcher/settings.ts';
import { onShutdown, runUntilStopped } from './launcher/shutdown.ts';

const configs = ['app-config.yaml', 'app-config.development.yaml'];

await runUntilStopped(async () => {
  const settings = readSettings(process.argv.slice(2), 'npm run dev');
  const data = await claimDataFolder(settings);
  const { env } = await openPremises(data, settings.port);
  process.stdout.write(
    `\nThe frontend will be at http://localhost:3000, the backend on port ${
      settings.port
    }; both follow your changes.\n\n${describeSignIns()}\n\n`,
  );
  const child = spawn(
    process.execPath,
    [
      backstageCli,
      'repo',
      'start',
      ...configs.flatMap(name => ['--config', path.join(root, name)]),
    ],
    { cwd: root, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const owned = recordProcess(data.processesFile, 'portal', child.pid!);
  onShutdown(() => endPortal(owned));
  return new Promise(resolve => {
    child.once('exit', code => resolve(code ?? 0));
  });
});
