import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import { checkByScript } from '../kinds/command.ts';
import { sum, type Outcome } from '../Part.ts';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');

/** The tools run on plain Node and so have other rules than the packages. */
export async function checkTypes(): Promise<Outcome> {
  return sum([
    await checkByScript(tsc, ['--project', 'tsconfig.json']),
    await checkByScript(tsc, ['--project', 'tools/tsconfig.json']),
  ]);
}
