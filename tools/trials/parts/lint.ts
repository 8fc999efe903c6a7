import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import { backstageCli } from '../../launcher/backstageCli.ts';
import { checkByScript } from '../kinds/command.ts';
import { sum, type Outcome } from '../Part.ts';

const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');

/** Backstage's command knows packages only; the rest is given to eslint. */
export async function checkLint(): Promise<Outcome> {
  return sum([
    await checkByScript(backstageCli, ['repo', 'lint', '--max-warnings=0']),
    await checkByScript(eslint, [
      '--ext=.ts,.tsx,.mjs',
      '--max-warnings=0',
      '--no-error-on-unmatched-pattern',
      'tools',
      'proofs',
      'e2e',
    ]),
  ]);
}
