import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { tryLock, waitForLock } from './fileLock.mjs';
import { startTimeOf } from './processIdentity.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'freehold-lock-'));
after(() => fs.rmSync(folder, { recursive: true }));
const file = (name: string) => path.join(folder, name);

test('a lock is held once and can be had again after its release', () => {
  const first = tryLock(file('once'), { url: 'http://here' });
  assert.ok('release' in first);
  const second = tryLock(file('once'));
  assert.ok('heldBy' in second);
  assert.equal(second.heldBy.url, 'http://here');
  first.release();
  assert.ok('release' in tryLock(file('once')));
});

test('a lock of a dead process is free', async () => {
  const child = spawn('sleep', ['60']);
  const dead = { pid: child.pid, startTime: startTimeOf(child.pid!) };
  child.kill('SIGKILL');
  await once(child, 'exit');
  fs.writeFileSync(file('dead'), JSON.stringify(dead));
  assert.ok('release' in tryLock(file('dead')));
});

test('a pid that was used again holds nothing', () => {
  const stranger = { pid: process.pid, startTime: 'some other time' };
  fs.writeFileSync(file('reused'), JSON.stringify(stranger));
  assert.ok('release' in tryLock(file('reused')));
});

test('a garbled lock is free', () => {
  fs.writeFileSync(file('garbled'), '{"pid":');
  assert.ok('release' in tryLock(file('garbled')));
});

test('who waits is told by whom, and gets the lock after the release', async () => {
  const first = tryLock(file('wait'));
  assert.ok('release' in first);
  const told: number[] = [];
  const waiting = waitForLock(file('wait'), ({ pid }) => told.push(pid));
  first.release();
  (await waiting).release();
  assert.deepEqual(told, [process.pid]);
  assert.equal(fs.existsSync(file('wait')), false);
});
