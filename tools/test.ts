import { runUntilStopped } from './launcher/shutdown.ts';
import { runParts } from './trials/runParts.ts';
import { testParts } from './trials/testParts.ts';

await runUntilStopped(() => runParts(testParts, process.argv.slice(2)));
