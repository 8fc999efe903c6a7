import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { findTerraform } from './terraform.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-terraform-'));
after(() => fs.rmSync(folder, { recursive: true }));

function pretend(version: string) {
  const file = path.join(folder, 'terraform');
  const answer = JSON.stringify({ terraform_version: version });
  fs.writeFileSync(file, `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  return file;
}

test('terraform is found on the PATH', () => {
  const file = pretend('1.11.4');
  assert.deepEqual(findTerraform({ PATH: folder }), {
    found: file,
    version: '1.11.4',
  });
});

test('an absent, a broken and an old terraform each have an advice', () => {
  const missing = (env: NodeJS.ProcessEnv) => {
    const search = findTerraform(env);
    assert.ok('missing' in search);
    return search.missing;
  };
  assert.match(missing({ PATH: '/nowhere' }), /not installed.*Install it/);
  assert.match(missing({ FREEHOLD_TERRAFORM: '/nowhere' }), /does not run/);
  pretend('1.5.7');
  assert.match(missing({ PATH: folder }), /1\.5\.7 is too old.*1\.10/);
});
