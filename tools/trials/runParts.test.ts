import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notRun, passed, type Part } from './Part.ts';
import { runParts } from './runParts.ts';

const good: Part = { name: 'good', title: 'works', run: async () => passed(3) };
const absent: Part = {
  name: 'absent',
  title: 'needs a browser',
  run: async () => notRun('install one'),
};
const bad: Part = {
  name: 'bad',
  title: 'breaks',
  run: () => Promise.reject(new Error('broken')),
};

async function run(parts: Part[], names: string[] = []) {
  let output = '';
  const code = await runParts(parts, names, text => (output += text));
  return { code, lines: output.trimEnd().split('\n') };
}

test('the last line adds up all parts, and a failure fails the whole', async () => {
  const { code, lines } = await run([good, absent, bad]);
  assert.equal(code, 1);
  assert.equal(lines.at(-1), '3 passed, 1 failed');
});

test('what failed is named after the table, with the beginning of its error', async () => {
  const { lines } = await run([good, bad]);
  const named = lines.indexOf('failed in bad: the part itself');
  assert.ok(named > lines.findIndex(line => line.startsWith('good')));
  assert.match(lines[named + 1], /Error: broken/);
});

test('what was not run is counted apart and named with its reason', async () => {
  const { code, lines } = await run([good, absent]);
  assert.equal(code, 0);
  assert.ok(lines.includes('not run in absent: install one'));
  assert.match(lines.join('\n'), /absent +0 +0 +1 /);
});

test('named parts are run alone', async () => {
  const { lines } = await run([good, bad], ['good']);
  assert.equal(lines.at(-1), '3 passed, 0 failed');
});

test('an unknown part is refused with the parts there are', async () => {
  await assert.rejects(run([good, bad], ['god']), {
    name: 'Problem',
    message: /no part "god".*good, bad/,
  });
});
