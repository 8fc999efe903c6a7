import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { step } from './progress.mjs';

function recorder(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return {
    stream: Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream,
    text: () => text,
  };
}

test('a terminal sees what is going on before it is done', async () => {
  const { stream, text } = recorder(true);
  const seen = await step('Thinking', async () => text(), stream);
  assert.match(seen, /… Thinking/);
  assert.match(text(), /✓ Thinking \(\d+\.\d s\)\n$/);
});

test('a log sees one line per step', async () => {
  const { stream, text } = recorder(false);
  await step('Thinking', async () => {}, stream);
  assert.match(text(), /^ {2}✓ Thinking \(\d+\.\d s\)\n$/);
});

test('a step that fails is marked, and its error kept', async () => {
  const { stream, text } = recorder(false);
  const failing = step(
    'Thinking',
    () => Promise.reject(new Error('no')),
    stream,
  );
  await assert.rejects(failing, /no/);
  assert.match(text(), /✗ Thinking/);
});
