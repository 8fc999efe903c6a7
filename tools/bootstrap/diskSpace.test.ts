import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireDiskSpace } from './diskSpace.mjs';

const megabytes = (count: number) => () => count * 1024 * 1024;

test('too little space is told with both figures and the folder', () => {
  assert.throws(
    () => requireDiskSpace('/data', 300, 'keep its data', megabytes(12)),
    {
      name: 'Problem',
      message:
        /only 12 MB .* \/data.* 300 MB to keep its data.*Free some space/,
    },
  );
});

test('enough space passes, also for a folder that does not exist yet', () => {
  requireDiskSpace('/data', 300, 'keep its data', megabytes(300));
  requireDiskSpace('/does/not/exist', 0, 'do nothing');
});
