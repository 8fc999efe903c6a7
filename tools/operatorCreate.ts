import { root } from './bootstrap/paths.mjs';
import { bringBundle } from './launcher/bundle.ts';
import { runUntilStopped } from './launcher/shutdown.ts';
import { runScript } from './trials/kinds/command.ts';

/** Of a server: `npm start` on one's own machine brings demo operators. */
const serverConfig = [
  '--config',
  'app-config.yaml',
  '--config',
  'app-config.production.yaml',
];

await runUntilStopped(async () => {
  const args = process.argv.slice(2);
  const bundle = await bringBundle();
  const config = args.includes('--config') ? [] : serverConfig;
  return runScript(bundle.operatorCreate, [...config, ...args], {
    cwd: root,
    env: { FREEHOLD_HOME: root },
  });
});
