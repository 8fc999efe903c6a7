import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import { checkByScript } from '../kinds/command.ts';
import type { Outcome } from '../Part.ts';

const prettier = path.join(root, 'node_modules/prettier/bin/prettier.cjs');

export function checkFormat(): Promise<Outcome> {
  return checkByScript(prettier, ['--check', '--log-level=warn', '.']);
}
