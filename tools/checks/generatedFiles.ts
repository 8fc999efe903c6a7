import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/** What is made from the OpenAPI documents is as fresh as they are. */
export function check(): string[] {
  const result = spawnSync(
    process.execPath,
    [path.join(root, 'tools/generate-api.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  return result.status === 0 ? [] : result.stderr.trim().split('\n');
}
