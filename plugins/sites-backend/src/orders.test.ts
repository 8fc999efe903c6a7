import { TestDatabases } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';

jest.setTimeout(120_000);

const ORDERS = '/api/sites/customers/birch/sites';

describe('orders', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;
  let serial = 0;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
  });

  const request = (changes: object = {}) => ({
    name: `shop-${++serial}`,
    cloud: 'local',
    region: 'here',
    size: 'small',
    content: { kind: 'starter' },
    ...changes,
  });
  const order = (
    body: object,
    key: string = randomUUID(),
    user = 'birch/bea',
    url = ORDERS,
  ) => portal.as(user).post(url).set('idempotency-key', key).send(body);
  const rows = (table: string) =>
    portal.database.transaction('birch', trx => trx(table).select());

  it('returns site, deployment and order with the price that held', async () => {
    const body = request({ name: 'bread', title: ' Our bread ' });
    const reply = await order(body);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      order: {
        orderId: expect.stringMatching(/^ord_/),
        monthlyPrice: { amount: '5.00', currency: 'EUR' },
        priceVersion: '2026-11',
      },
      site: {
        siteId: expect.stringMatching(/^site_/),
        customer: 'birch',
        customerName: 'Birch Bakery',
        name: 'bread',
        title: 'Our bread',
        product: 'website',
        state: 'ordered',
        createdBy: 'user:birch/bea',
        activeDeploymentId: reply.body.deployment.deploymentId,
        lastDeployment: { kind: 'apply', state: 'queued' },
      },
      deployment: {
        siteName: 'bread',
        kind: 'apply',
        state: 'queued',
        requestedBy: 'user:birch/bea',
        steps: [{ state: 'queued' }],
        price: { amount: '5.00', currency: 'EUR', priceVersion: '2026-11' },
      },
    });
    const { siteId } = reply.body.site;
    expect(portal.sent).toContain(
      `birch/${reply.body.deployment.deploymentId}`,
    );
    expect(portal.changed).toContainEqual({ tenant: 'birch', siteId });
    const [row] = (await rows('orders')).filter(it => it.site_id === siteId);
    expect(row).toMatchObject({
      amount: '5.000000',
      currency: 'EUR',
      price_version: '2026-11',
      created_by: 'user:birch/bea',
    });
    expect(await portal.recorded()).toContainEqual(
      expect.objectContaining({
        tenant: 'birch',
        action: 'orderSite',
        object: { kind: 'site', id: siteId, name: 'bread' },
        after: expect.objectContaining({
          size: 'small',
          monthlyPrice: '5.00 EUR',
          deployment: reply.body.deployment.deploymentId,
        }),
      }),
    );
  });

  it('gives the name to a site that was ordered without a title', async () => {
    const reply = await order(request({ name: 'plain' }));
    expect(reply.body.site.title).toBe('plain');
  });

  it('answers a repeated order with the first one’s result', async () => {
    const body = request();
    const key = randomUUID();
    const first = await order(body, key);
    const again = await order(body, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  it('refuses a key that belongs to another order', async () => {
    const key = randomUUID();
    await order(request(), key);
    const other = await order(request(), key);
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain('Idempotency-Key');
  });

  it('keeps the keys of customers apart', async () => {
    const body = request();
    const key = randomUUID();
    const mine = await order(body, key);
    const theirs = await order(
      body,
      key,
      'cedar/cat',
      '/api/sites/customers/cedar/sites',
    );
    expect(theirs.status).toBe(201);
    expect(theirs.body.site.siteId).not.toBe(mine.body.site.siteId);
  });

  it('places an order once however many times it is sent at a time', async () => {
    const body = request();
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => order(body, key)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(replies.map(reply => reply.body.order.orderId)).size).toBe(
      1,
    );
  });

  it('gives a name to one of many who order it at a time', async () => {
    const body = request();
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => order(body)),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(7).fill(409)]);
    const sites = (await rows('sites')).filter(it => it.name === body.name);
    expect(sites).toHaveLength(1);
  });

  it('lets staff order for any active customer', async () => {
    const reply = await order(request(), randomUUID(), 'default/olga');
    expect(reply.status).toBe(201);
    expect(reply.body.site.createdBy).toBe('user:default/olga');

    const url = '/api/sites/customers/dune/sites';
    const late = await order(request(), randomUUID(), 'default/olga', url);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('deactivated');
  });

  it('answers for another customer as for one that does not exist', async () => {
    const [foreign, unknown] = await Promise.all(
      ['cedar', 'nobody'].map(customer =>
        order(
          request(),
          randomUUID(),
          'birch/bea',
          `/api/sites/customers/${customer}/sites`,
        ),
      ),
    );
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.body.error.message.replace('cedar', 'nobody')).toBe(
      unknown.body.error.message,
    );
  });

  it.each([
    [{ cloud: 'moon' }, "'local'"],
    [{ region: 'mars' }, "'here'"],
    [{ size: 'huge' }, "'small', 'large'"],
  ])('says what can be ordered instead of %j', async (changes, valid) => {
    const reply = await order(request(changes));
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toContain(valid);
  });

  it.each([
    { name: 'www' },
    { name: 'A' },
    { name: '-shop' },
    { name: 'shop-' },
    { name: 'sh--op' },
    { name: 'x'.repeat(41) },
    { name: 'shöp' },
    { name: 1 },
    { name: undefined },
    { title: '' },
    { title: '   ' },
    { title: 'x'.repeat(101) },
    { title: 'a\0b' },
    { content: undefined },
    { content: { kind: 'magic' } },
    { content: { kind: 'upload' } },
    { content: { kind: 'upload', contentId: 'cnt_unknown' } },
    { content: { kind: 'upload', contentId: "x' or '1'='1" } },
    { content: { kind: 'starter', contentId: 'cnt_x' } },
    { state: 'live' },
  ])('refuses a wrong order with 400: %j', async changes => {
    const reply = await order(request(changes));
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toBeTruthy();
  });

  it('refuses an order without a usable key', async () => {
    const without = await portal.as('birch/bea').post(ORDERS).send(request());
    expect(without.status).toBe(400);
    expect((await order(request(), 'short')).status).toBe(400);
    expect((await order(request(), 'x'.repeat(201))).status).toBe(400);
  });

  it('leaves nothing of an order that was refused', async () => {
    const before = await rows('sites');
    await order(
      request({ content: { kind: 'upload', contentId: 'cnt_unknown' } }),
    );
    expect(await rows('sites')).toHaveLength(before.length);
  });

  it('says whether a name is free', async () => {
    const check = async (name: string, user = 'birch/bea', of = 'birch') =>
      portal.as(user).get(`/api/sites/customers/${of}/site-names/${name}`);
    const { name } = (await order(request())).body.site;
    expect((await check(name)).body).toEqual({
      available: false,
      reason: `There is a site '${name}' already.`,
    });
    expect((await check('fresh')).body).toEqual({ available: true });
    expect((await check('mail')).body).toMatchObject({ available: false });
    expect((await check('Not%20a%20name')).body.available).toBe(false);
    // Taken by one customer, free for another.
    expect((await check(name, 'cedar/cat', 'cedar')).body.available).toBe(true);
    expect((await check(name, 'birch/bea', 'cedar')).status).toBe(404);
    expect((await check(name, 'default/olga', 'nobody')).status).toBe(404);
  });
});
