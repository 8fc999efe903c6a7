import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkInterfaces } from './terraformInterfaces.ts';

test('stacks with a copy of the interface pass', t => {
  const folder = makeStacks(t, { 'site-one': 'same', 'site-two': 'same' });
  assert.deepEqual(checkInterfaces(folder), {
    passed: 2,
    failed: 0,
    notRun: 0,
    failures: [],
  });
});

test('one changed byte, or no copy at all, fails and is named', t => {
  const folder = makeStacks(t, { 'site-one': 'same ', 'site-two': undefined });
  const { failed, failures } = checkInterfaces(folder);
  assert.equal(failed, 2);
  assert.match(failures?.join() ?? '', /site-one.*site-two/s);
});

function makeStacks(
  t: TestContext,
  copies: Record<string, string | undefined>,
) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-stacks-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  write('interface/interface.tf', 'same');
  for (const [stack, copy] of Object.entries(copies)) {
    write(`stacks/${stack}/main.tf`, '');
    if (copy !== undefined) write(`stacks/${stack}/interface.tf`, copy);
  }
  return folder;
}
