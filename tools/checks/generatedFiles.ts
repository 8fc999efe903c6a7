import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/** From OpenAPI documents, the table of roles, what providers know, and Terraform files. */
const generators = [
  'tools/generate-api.mjs',
  'tools/generate-roles.mjs',
  'tools/generate-provider-schemas.mjs',
  'tools/generate-terraform-docs.mjs',
];

/** What is generated is as fresh as what it is made from. */
export function check(): string[] {
  return generators.flatMap(generator => {
    const result = spawnSync(
      process.execPath,
      [path.join(root, generator), '--check'],
      { encoding: 'utf8' },
    );
    return result.status === 0 ? [] : result.stderr.trim().split('\n');
  });
}
