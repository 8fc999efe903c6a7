import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { findProviderMirror } from './providerMirror.ts';

const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

describe('the mirror of Terraform providers', () => {
  it('is found where FREEHOLD_TERRAFORM_MIRROR points', t => {
    const folder = makeMirror(t, `9.1.0/${platform}/provider`);
    assert.deepEqual(search(folder), { found: folder, versions: ['9.1.0'] });
  });

  it('may hold packages instead of folders', t => {
    const folder = makeMirror(
      t,
      `terraform-provider-clouds_9.2.0_${platform}.zip`,
    );
    assert.deepEqual(search(folder), { found: folder, versions: ['9.2.0'] });
  });

  it('is missing when it holds the provider for other machines only', t => {
    const folder = makeMirror(t, '9.1.0/plan9_mips/provider');
    const answer = search(folder);
    assert.match('missing' in answer ? answer.missing : '', /mirror <folder>/);
  });
});

function search(folder: string) {
  return findProviderMirror('example/clouds', {
    FREEHOLD_TERRAFORM_MIRROR: folder,
  });
}

function makeMirror(t: TestContext, file: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-mirror-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const target = path.join(
    folder,
    'registry.terraform.io/example/clouds',
    file,
  );
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, '');
  return folder;
}
