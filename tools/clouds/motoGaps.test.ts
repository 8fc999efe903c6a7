import assert from 'node:assert/strict';
import http from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import { findFreePort } from '../launcher/ports.ts';
import { fillGapsOfMoto } from './motoGaps.ts';

const arn = 'arn:aws:application-autoscaling:eu-central-1:1:scalable-target/1';

describe('what stands before moto', () => {
  it('passes on what it does not answer, and the answer back', async t => {
    const { address, seen } = await start(t);
    const response = await fetch(`${address}/bucket/key?x=1`, {
      method: 'PUT',
      body: 'content',
    });
    assert.equal(response.status, 201);
    assert.equal(await response.text(), `{"ScalableTargetARN": "${arn}"}`);
    assert.deepEqual(seen, ['PUT /bucket/key?x=1 content']);
  });

  it('remembers the tags a target is registered with', async t => {
    const { call } = await start(t);
    await call('RegisterScalableTarget', { Tags: { tenant: 'acme' } });
    assert.deepEqual(await call('ListTagsForResource', { ResourceARN: arn }), {
      Tags: { tenant: 'acme' },
    });
  });

  it('adds tags and takes them away, and does not trouble moto with it', async t => {
    const { call, seen } = await start(t);
    await call('TagResource', { ResourceARN: arn, Tags: { a: '1', b: '2' } });
    await call('UntagResource', { ResourceARN: arn, TagKeys: ['a'] });
    assert.deepEqual(await call('ListTagsForResource', { ResourceARN: arn }), {
      Tags: { b: '2' },
    });
    assert.deepEqual(seen, []);
  });
});

async function start(t: TestContext) {
  const seen: string[] = [];
  const moto = http.createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    seen.push(`${request.method} ${request.url} ${body}`);
    response.writeHead(201).end(`{"ScalableTargetARN": "${arn}"}`);
  });
  await new Promise<void>(resolve => {
    moto.listen(0, '127.0.0.1', resolve);
  });
  const front = await findFreePort();
  const gaps = await fillGapsOfMoto(
    front,
    (moto.address() as { port: number }).port,
  );
  t.after(() => {
    for (const server of [gaps, moto]) {
      server.close();
      server.closeAllConnections();
    }
  });
  const address = `http://127.0.0.1:${front}`;
  const call = async (action: string, body: object) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'x-amz-target': `AnyScaleFrontendService.${action}` },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  return { address, call, seen };
}
