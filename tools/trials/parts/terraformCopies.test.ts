import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkCopies } from './terraformCopies.ts';

const INTACT = {
  'interface/interface.tf': 'same',
  'interface/versions-aws.tf': 'bounds',
  'stacks/site-one/interface.tf': 'same',
  'stacks/site-aws/interface.tf': 'same',
  'stacks/site-aws/versions.tf': 'bounds',
  'modules/aws-network/versions.tf': 'bounds',
  'modules/local-site/main.tf': '',
};

test('copies of the interface and of the versions pass', t => {
  assert.deepEqual(checkCopies(makeFiles(t, INTACT)), {
    passed: 4,
    failed: 0,
    notRun: 0,
    failures: [],
  });
});

test('one changed byte, or no copy at all, fails and is named', t => {
  const { 'modules/aws-network/versions.tf': gone, ...rest } = INTACT;
  const { failed, failures } = checkCopies(
    makeFiles(t, {
      ...rest,
      'stacks/site-one/interface.tf': 'same ',
      'modules/aws-network/main.tf': gone,
    }),
  );
  assert.equal(failed, 2);
  assert.match(
    failures?.join() ?? '',
    /site-one\/interface\.tf.*aws-network\/versions\.tf/s,
  );
});

function makeFiles(t: TestContext, files: Record<string, string>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-stacks-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}
