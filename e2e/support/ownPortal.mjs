// A portal with settings of its own, for tests that start it as a process of
// its own: `ownPortal <JSON of settings>`, whose keys are paths with underscores.
// Prints its address; ends with its standard input.
import { startTestPortal } from '../../tools/trials/testPortal.ts';

const settings = JSON.parse(process.argv[2]);
for (const [key, value] of Object.entries(settings)) {
  process.env[`APP_CONFIG_${key}`] = JSON.stringify(value);
}

const portal = await startTestPortal();
process.stdout.write(`PORTAL ${portal.url}\n`);
process.stdin.resume().once('end', async () => {
  await portal.stop();
  process.exit(0);
});
