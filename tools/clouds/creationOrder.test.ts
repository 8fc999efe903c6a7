import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../bootstrap/paths.mjs';
import { findTerraform } from '../launcher/terraform.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from '../trials/temporaryFolder.ts';
import { findProviderMirror, writeMirrorConfig } from './providerMirror.ts';

const terraform = findTerraform();
const mirror = findProviderMirror();
const missing = [terraform, mirror].flatMap(search =>
  'missing' in search ? search.missing : [],
);

describe('the files of a static site on AWS', { skip: missing[0] }, () => {
  let folder: string;
  let waitsFor: (resource: string) => Set<string>;

  before(() => {
    folder = makeTemporaryFolder('creation-order');
    fs.cpSync(path.join(root, 'terraform/modules'), folder, {
      recursive: true,
      filter: file => path.basename(file) !== '.terraform',
    });
    waitsFor = readGraph(path.join(folder, 'aws-static'));
  });
  after(() => removeTemporaryFolder(folder));

  it('are uploaded once the bucket is closed, encrypted and versioned', () => {
    const awaited = waitsFor('aws_s3_object.content');
    for (const setting of [
      'public_access_block',
      'ownership_controls',
      'server_side_encryption_configuration',
      'versioning',
    ]) {
      const address = `module.bucket.aws_s3_bucket_${setting}.this`;
      assert.ok(awaited.has(address), `no wait for ${address}`);
    }
  });

  it('are all there before visitors are sent to their release', () => {
    const awaited = waitsFor('aws_cloudfront_distribution.this');
    assert.ok(awaited.has('aws_s3_object.content'));
  });
});

/** What Terraform makes before a resource, by its own graph. */
function readGraph(module: string): (resource: string) => Set<string> {
  assert.ok('found' in terraform && 'found' in mirror);
  const binary = terraform.found;
  const env = { ...process.env, ...writeMirrorConfig(module, mirror.found) };
  const run = (...args: string[]) =>
    execFileSync(binary, args, { cwd: module, env, encoding: 'utf8' });
  run('init', '-backend=false', '-input=false', '-no-color');
  const edges = [...run('graph').matchAll(/"([^"]+)" -> "([^"]+)"/g)];
  return resource => {
    const reached = new Set<string>([resource]);
    for (const from of reached) {
      for (const [, source, target] of edges) {
        if (source === from) reached.add(target!);
      }
    }
    return reached;
  };
}
