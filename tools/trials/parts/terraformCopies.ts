import fs from 'node:fs';
import path from 'node:path';
import { describeFailure, type Outcome } from '../Part.ts';

/** What Terraform can't share between modules, and which of them hold a copy. */
const SHARED = [
  { original: 'interface.tf', copy: 'interface.tf', holder: /^stacks\/site-/ },
  {
    original: 'versions-aws.tf',
    copy: 'versions.tf',
    holder: /^(modules\/aws-|stacks\/.*-aws$)/,
  },
];

/**
 * Every stack of a site has the interface of all clouds, and everything for a
 * cloud the versions of its provider, to the byte.
 *
 * @param terraform - the folder with `interface`, `modules` and `stacks`
 */
export function checkCopies(terraform: string): Outcome {
  const folders = ['modules', 'stacks'].flatMap(kind =>
    fs.readdirSync(path.join(terraform, kind)).map(name => `${kind}/${name}`),
  );
  const copies = SHARED.flatMap(({ original, copy, holder }) => {
    const holders = folders.filter(folder => holder.test(folder));
    if (holders.length === 0) throw new Error(`nothing holds ${original}`);
    return holders.map(folder => ({
      original: `interface/${original}`,
      copy: `${folder}/${copy}`,
    }));
  });
  const different = copies.filter(
    ({ original, copy }) =>
      readIfThere(path.join(terraform, copy)) !==
      fs.readFileSync(path.join(terraform, original), 'utf8'),
  );
  return {
    passed: copies.length - different.length,
    failed: different.length,
    notRun: 0,
    failures: different.map(({ original, copy }) =>
      describeFailure(
        `terraform/${copy}`,
        `differs from terraform/${original}: copy that file over it`,
      ),
    ),
  };
}

function readIfThere(file: string) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
