import fs from 'node:fs';
import path from 'node:path';
import { describeFailure, type Outcome } from '../Part.ts';

/**
 * Every stack of a site has the interface of all clouds, to the byte.
 *
 * @param terraform - the folder with `interface` and `stacks`
 */
export function checkInterfaces(terraform: string): Outcome {
  const wanted = fs.readFileSync(
    path.join(terraform, 'interface/interface.tf'),
    'utf8',
  );
  const stacks = fs
    .readdirSync(path.join(terraform, 'stacks'))
    .filter(name => name.startsWith('site-'));
  if (stacks.length === 0) throw new Error(`${terraform} has no stacks`);
  const different = stacks.filter(
    stack => readCopy(path.join(terraform, 'stacks', stack)) !== wanted,
  );
  return {
    passed: stacks.length - different.length,
    failed: different.length,
    notRun: 0,
    failures: different.map(stack =>
      describeFailure(
        `terraform/stacks/${stack}/interface.tf`,
        'differs from terraform/interface/interface.tf: copy that file over it',
      ),
    ),
  };
}

function readCopy(stack: string) {
  const file = path.join(stack, 'interface.tf');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
