import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/paths.mjs';
import type { Outcome } from '../Part.ts';
import { makeTemporaryFolder } from '../temporaryFolder.ts';
import { runScript } from './command.ts';

const counter = path.join(import.meta.dirname, 'countingReporter.mjs');

/**
 * Runs files of node:test, one at a time.
 *
 * @param patterns - globs, relative to the checkout
 */
export async function runNodeTests(
  patterns: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const files = patterns.flatMap(pattern =>
    fs.globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] }),
  );
  if (files.length === 0) {
    throw new Error(`No test file matches ${patterns.join(', ')}`);
  }
  const counts = path.join(makeTemporaryFolder('counts'), 'counts.json');
  await runScript(
    '--test',
    [
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${counter}`,
      `--test-reporter-destination=${counts}`,
      ...files,
    ],
    { env },
  );
  return JSON.parse(fs.readFileSync(counts, 'utf8'));
}
