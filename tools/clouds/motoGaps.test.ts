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

  it('keeps a denial with a condition to itself, and gives it back', async t => {
    const policy = JSON.stringify({
      Statement: [
        { Sid: 'Tls', Effect: 'Deny', Condition: { Bool: {} } },
        { Sid: 'Read', Effect: 'Allow' },
      ],
    });
    const { address, seen } = await start(t);
    const url = `${address}/bucket?policy`;
    await fetch(url, { method: 'PUT', body: policy });
    assert.match(seen[0]!, /Read/);
    assert.doesNotMatch(seen[0]!, /Tls/);
    assert.equal(await fetch(url).then(answer => answer.text()), policy);
    await fetch(url, { method: 'DELETE' });
    assert.notEqual(await fetch(url).then(answer => answer.text()), policy);
  });

  it('changes a new container service to what it was to be', async t => {
    const { call, seen } = await start(t);
    await call(
      'CreateService',
      { cluster: 'c', serviceName: 's', healthCheckGracePeriodSeconds: 60 },
      'AmazonEC2ContainerServiceV20141113',
    );
    assert.equal(seen.length, 2);
    assert.match(seen[1]!, /"service":"s".*"healthCheckGracePeriodSeconds":60/);
  });

  it('describes a new rule that moto forgot to describe', async t => {
    const { address, seen } = await start(
      t,
      '<securityGroupRuleId>sgr-1</securityGroupRuleId>',
    );
    const body = new URLSearchParams({
      Action: 'AuthorizeSecurityGroupEgress',
      GroupId: 'sg-1',
      'IpPermissions.1.Groups.1.Description': 'The database',
    });
    await fetch(address, { method: 'POST', body });
    assert.match(seen[1]!, /Action=ModifySecurityGroupRules/);
    assert.match(seen[1]!, /sgr-1.*Description=The\+database/);
  });

  it('gives a distribution back with the way it reads its bucket', async t => {
    const { address } = await start(
      t,
      '<Id>E1</Id><OriginPath>/a</OriginPath><ForwardedValues>x</ForwardedValues><CachePolicyId>p</CachePolicyId>',
    );
    const url = `${address}/2020-05-31/distribution`;
    await fetch(url, {
      method: 'POST',
      body: '<OriginAccessControlId>O1</OriginAccessControlId>',
    });
    assert.equal(
      await fetch(`${url}/E1/config`).then(answer => answer.text()),
      '<Id>E1</Id><OriginPath>/a</OriginPath><OriginAccessControlId>O1</OriginAccessControlId><CachePolicyId>p</CachePolicyId>',
    );
  });

  it('gives each database an id of its own, by which it can be asked for', async t => {
    const instance = (name: string) =>
      `<DBInstance><DBInstanceIdentifier>${name}</DBInstanceIdentifier><DbiResourceId>db-SAME</DbiResourceId></DBInstance>`;
    const { address, seen } = await start(t, instance('a') + instance('b'));
    const ask = (body: string) =>
      fetch(address, {
        method: 'POST',
        body,
        headers: { authorization: 'Credential=x/1/r/rds/aws4_request' },
      }).then(answer => answer.text());
    const told = await ask('Action=DescribeDBInstances');
    const [, first, second] =
      /DbiResourceId>(db-\w+).*DbiResourceId>(db-\w+)/.exec(told)!;
    assert.notEqual(first, second);
    await ask(
      `Action=DescribeDBInstances&Filters.Filter.1.Name=dbi-resource-id&Filters.Filter.1.Values.Value.1=${second}`,
    );
    assert.match(seen[1]!, /DBInstanceIdentifier=b$/);
  });

  it('tells who called what, in the words of policies', async t => {
    const { address } = await start(t);
    const as = (service: string) => ({
      authorization: `AWS4-HMAC-SHA256 Credential=AKIA1/20260101/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    });
    await fetch(`${address}/b?lifecycle`, { method: 'PUT', headers: as('s3') });
    await fetch(`${address}/b/key`, { method: 'HEAD', headers: as('s3') });
    await fetch(address, {
      method: 'POST',
      body: 'Action=CreateVpc',
      headers: as('ec2'),
    });
    await fetch(`${address}/2020-05-31/tagging?Operation=Tag`, {
      method: 'POST',
      headers: as('cloudfront'),
    });
    const told = (key: string) =>
      fetch(`${address}/freehold/actions?key=${key}`).then(answer =>
        answer.json(),
      );
    assert.deepEqual(await told('AKIA1'), [
      'cloudfront:TagResource',
      'ec2:CreateVpc',
      's3:GetObject',
      's3:PutLifecycleConfiguration',
    ]);
    assert.deepEqual(await told('AKIA2'), []);
  });
});

async function start(t: TestContext, said = `{"ScalableTargetARN": "${arn}"}`) {
  const seen: string[] = [];
  const moto = http.createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    seen.push(`${request.method} ${request.url} ${body}`);
    response.writeHead(201).end(said);
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
  const call = async (
    action: string,
    body: object,
    service = 'AnyScaleFrontendService',
  ) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'x-amz-target': `${service}.${action}` },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  return { address, call, seen };
}
