import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { cache, root } from '../bootstrap/paths.mjs';
import { readSettings } from './settings.ts';

const read = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  readSettings(args, 'npm start', env);

test('a start without flags uses port 7007 and the cache of the checkout', () => {
  const { port, dataFolder, reset } = read([]);
  assert.deepEqual(
    { port, dataFolder, reset },
    { port: 7007, dataFolder: path.join(cache, 'data'), reset: false },
  );
});

test('flags win over the environment, which wins over defaults', () => {
  const env = { FREEHOLD_PORT: '7100', FREEHOLD_DATA: '/tmp/from-env' };
  assert.equal(read([], env).port, 7100);
  assert.equal(read([], env).dataFolder, '/tmp/from-env');
  assert.equal(read(['--port', '7200'], env).port, 7200);
  assert.equal(read(['--data', '/tmp/flag'], env).dataFolder, '/tmp/flag');
});

for (const port of ['0', '65536', '70.5', 'seven', '-1']) {
  test(`the port ${port} is refused by name`, () => {
    assert.throws(() => read([`--port=${port}`]), {
      name: 'Problem',
      message: /is not a port.*--port/,
    });
  });
}

test('the checkout itself cannot be the data folder', () => {
  assert.throws(() => read(['--data', root]), /cannot be the data folder/);
  assert.throws(() => read(['--data', '/']), /cannot be the data folder/);
});
