import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from '../temporaryFolder.ts';
import { runTerraformTests } from './terraformTests.ts';

/** Runs them with a Terraform that prints this. */
async function runWith(output: string) {
  const folder = makeTemporaryFolder('terraform-tests');
  const binary = path.join(folder, 'terraform');
  fs.writeFileSync(binary, `#!/bin/sh\ncat <<'END'\n${output}\nEND\n`, {
    mode: 0o755,
  });
  try {
    return await runTerraformTests({
      binary,
      env: process.env,
      folder,
      name: 'modules/one',
      signal: new AbortController().signal,
    });
  } finally {
    removeTemporaryFolder(folder);
  }
}

describe('the tests of a Terraform module', () => {
  it('are counted, and those that fail are named with their reason', async () => {
    const outcome = await runWith(
      [
        '{"type":"diagnostic","@message":"Error: Test assertion failed","@testrun":"is_closed","diagnostic":{"severity":"error","detail":"It is open."}}',
        '{"type":"test_summary","@message":"Failure!","test_summary":{"passed":2,"failed":1,"errored":1,"skipped":3}}',
      ].join('\n'),
    );
    assert.deepEqual(outcome, {
      passed: 2,
      failed: 2,
      notRun: 3,
      failures: ['modules/one: is_closed\n    It is open.'],
    });
  });

  it('have failed when Terraform ends before it counts them', async () => {
    const outcome = await runWith('Error: no such command');
    assert.equal(outcome.failed, 1);
    assert.deepEqual(outcome.failures, ['modules/one: Error: no such command']);
  });
});
