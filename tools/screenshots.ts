import { runUntilStopped } from './launcher/shutdown.ts';
import { runPlaywright } from './trials/kinds/playwright.ts';

await runUntilStopped(async () => {
  const outcome = await runPlaywright('e2e/screenshots.config.ts');
  if (outcome.reason) process.stderr.write(`${outcome.reason}\n`);
  return outcome.failed === 0 && outcome.notRun === 0 ? 0 : 1;
});
