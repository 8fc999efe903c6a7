import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Session } from '../http/Session.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { deploymentEnd, firstPlacement, orderSite } from '../seed/orders.ts';
import { atOnce, freshName, statuses } from './repeats.ts';

let running: RunningPortal;
let owner: Session;
let operator: Session;
let slug: string;

before(async () => {
  running = await startPortal();
  const { cast, portal } = running;
  const signIn = (email: string) =>
    Session.signIn(portal.url, email, { email, password: cast.password });
  slug = cast.onlooker.slug;
  owner = await signIn(cast.onlooker.members[0].email);
  operator = await signIn(cast.staff[0].email);
});

after(() => running?.remove());

async function orderBody(name: string) {
  return {
    name,
    ...(await firstPlacement(owner)),
    content: { kind: 'starter' },
  };
}

test('twenty equal orders with one key are one order', async () => {
  const name = freshName('once');
  const answers = await atOnce(owner, {
    method: 'POST',
    path: `/api/sites/customers/${slug}/sites`,
    headers: { 'idempotency-key': randomUUID() },
    body: await orderBody(name),
  });
  assert.deepEqual(statuses(answers), { 201: 20 });
  const orders = answers.map(({ body }) => JSON.parse(body));
  const ids = new Set(
    orders.map(({ order, site, deployment }) =>
      [order.orderId, site.siteId, deployment.deploymentId].join(' '),
    ),
  );
  assert.equal(ids.size, 1);
  assert.equal(await siteCount(name), 1);
});

test('twenty orders of one name with different keys make one site', async () => {
  const name = freshName('name');
  const body = await orderBody(name);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      owner.call({
        method: 'POST',
        path: `/api/sites/customers/${slug}/sites`,
        headers: { 'idempotency-key': randomUUID() },
        body,
      }),
    ),
  );
  assert.deepEqual(statuses(answers), { 201: 1, 409: 19 });
  assert.equal(await siteCount(name), 1);
});

test('a key that was used for another order is refused', async () => {
  const key = randomUUID();
  await orderSite(owner, slug, {
    name: freshName('key'),
    idempotencyKey: key,
  });
  const other = await owner.call({
    method: 'POST',
    path: `/api/sites/customers/${slug}/sites`,
    headers: { 'idempotency-key': key },
    body: await orderBody(freshName('other')),
  });
  assert.equal(other.status, 409);
});

test('twenty deletions of a site make one deployment', async () => {
  const site = await orderSite(owner, slug, { name: freshName('gone') });
  await deploymentEnd(owner, slug, site.deploymentId);
  const answers = await atOnce(owner, {
    method: 'DELETE',
    path: `/api/sites/customers/${slug}/sites/${site.siteId}`,
  });
  assert.deepEqual(statuses(answers), { 202: 1, 409: 19 });
  const { items } = await owner.json({
    path: `/api/sites/deployments?site=${site.siteId}`,
  });
  assert.deepEqual(
    items.map(({ kind }: { kind: string }) => kind),
    ['destroy', 'apply'],
  );
});

test('a customer created twenty times at once is there once', async () => {
  const name = freshName('new');
  const answers = await atOnce(operator, {
    method: 'POST',
    path: '/api/tenancy/customers',
    body: {
      slug: name,
      name,
      tier: 'standard',
      owner: { email: `owner@${name}.example`, displayName: 'Owner' },
    },
  });
  assert.deepEqual(statuses(answers), { 201: 1, 409: 19 });
  const { total } = await operator.json({
    path: `/api/tenancy/customers?search=${name}`,
  });
  assert.equal(total, 1);
});

test('a member added twenty times at once is there once', async () => {
  const email = `${freshName('member')}@proof.example`;
  const answers = await atOnce(owner, {
    method: 'POST',
    path: `/api/tenancy/customers/${slug}/members`,
    body: { email, displayName: 'Member', role: 'viewer' },
  });
  assert.deepEqual(statuses(answers), { 201: 1, 409: 19 });
  const { total } = await owner.json({
    path: `/api/tenancy/customers/${slug}/members?search=${encodeURIComponent(email)}`,
  });
  assert.equal(total, 1);
});

test('of twenty removals of a member one removes and the rest find nobody', async () => {
  const { member } = await owner.json({
    method: 'POST',
    path: `/api/tenancy/customers/${slug}/members`,
    body: {
      email: `${freshName('leaver')}@proof.example`,
      displayName: 'Leaver',
      role: 'viewer',
    },
  });
  const answers = await atOnce(owner, {
    method: 'DELETE',
    path: `/api/tenancy/customers/${slug}/members/${member.name}`,
  });
  assert.deepEqual(statuses(answers), { 204: 1, 404: 19 });
});

async function siteCount(name: string): Promise<number> {
  const { total } = await owner.json({
    path: `/api/sites/sites?search=${name}`,
  });
  return total;
}
