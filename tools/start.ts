import path from 'node:path';
import { Problem } from './bootstrap/problem.mjs';
import { elapsedSince } from './bootstrap/progress.mjs';
import { bringBundle } from './launcher/bundle.ts';
import { describeSignIns } from './launcher/demoSignIns.ts';
import { portalUrl } from './launcher/environment.ts';
import { followLog } from './launcher/followLog.ts';
import { claimDataFolder, openPremises, runPortal } from './launcher/portal.ts';
import { readSettings } from './launcher/settings.ts';
import { interrupted, runUntilStopped } from './launcher/shutdown.ts';
import { findTerraform } from './launcher/terraform.ts';

await runUntilStopped(async () => {
  // From the command on, so with what was fetched and installed before.
  const startedAt = Number(process.env.FREEHOLD_COMMAND_BEGAN ?? Date.now());
  const settings = readSettings(process.argv.slice(2), 'npm start');
  const data = await claimDataFolder(settings);
  const terraform = findTerraform();
  if ('missing' in terraform) {
    process.stderr.write(`  ! ${terraform.missing}\n`);
  }
  const bundle = await bringBundle();
  const premises = await openPremises(data, settings.port);
  const logFile = path.join(data.logs, 'portal.log');
  if (settings.verbose) followLog(logFile);
  const portal = await runPortal(premises, bundle, settings.port);
  process.stdout.write(
    `\nFreehold is ready at ${portalUrl(settings.port)} after ${elapsedSince(
      startedAt,
    )}\n\n${describeSignIns()}\n\nCtrl-C stops it. Log: ${logFile}\n`,
  );
  const how = await portal.ended;
  if (interrupted.aborted) return 0;
  throw new Problem(
    `the portal ended by itself (${how}). Its log may say why: ${logFile}`,
  );
});
