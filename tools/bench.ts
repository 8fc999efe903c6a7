import path from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { runUntilStopped } from './launcher/shutdown.ts';
import { runScript } from './trials/kinds/command.ts';
import { withProofEnvironment } from './trials/kinds/proofs.ts';

const script = path.join(root, 'proofs/bench/main.ts');

await runUntilStopped(() =>
  withProofEnvironment(env =>
    runScript(script, process.argv.slice(2), { env }),
  ),
);
