import { runUntilStopped } from './launcher/shutdown.ts';
import { runParts } from './trials/runParts.ts';
import { soakParts } from './trials/soakParts.ts';

await runUntilStopped(() => runParts(soakParts, process.argv.slice(2)));
