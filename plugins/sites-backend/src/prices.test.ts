import { TestDatabases } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import { orderSite } from './__testUtils__/orderSite';
import { saveAccessKey } from './__testUtils__/saveAccessKey';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { MonthlyLimitsStore } from './database/MonthlyLimitsStore';
import { createMonthlyLimitCheck } from './planChecks/createMonthlyLimitCheck';

jest.setTimeout(120_000);

const BOOKS = '/api/sites/price-books';
const LIMIT = '/api/sites/customers/birch/monthly-limit';
const QUOTE = '/api/sites/customers/birch/price';
const today = () => new Date().toISOString().slice(0, 10);

describe('prices', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;
  let serial = 0;

  const start = async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
  };

  const finance = () => portal.as('default/frank');
  const draft = async () => {
    const version = `draft-${++serial}`;
    const reply = await finance()
      .post(BOOKS)
      .send({ version, source: 'The board of November' });
    expect(reply.status).toBe(201);
    return reply.body;
  };
  const repriced = (items: any[], item: string, amount: string) =>
    items.map(it =>
      it.cloud === 'local' && it.item === item ? { ...it, amount } : it,
    );
  const publish = (priceBookId: string, validFrom = today()) =>
    finance().post(`${BOOKS}/${priceBookId}/publish`).send({ validFrom });

  describe('in the price book', () => {
    beforeAll(start);

    it('begin with those of the configuration', async () => {
      const { body } = await finance().get(BOOKS);
      expect(body.items).toMatchObject([
        { version: '2026-11', state: 'published', currency: 'EUR' },
      ]);
      expect(body.inForce).toBe(body.items[0].priceBookId);
      const first = await finance().get(`${BOOKS}/${body.inForce}`);
      expect(first.body.items).toContainEqual({
        cloud: 'aws',
        item: 'storage',
        amount: '1.005',
      });
    });

    it('are drafted from what holds, and hold once published', async () => {
      const { priceBookId, items, version } = await draft();
      const changed = await finance()
        .patch(`${BOOKS}/${priceBookId}`)
        .send({ items: repriced(items, 'size.small', '6.5') });
      expect(changed.status).toBe(200);
      const priceOfSmall = async () => {
        const { body } = await portal
          .as('birch/bea')
          .get('/api/sites/offering');
        return [body.priceVersion, body.clouds[0].sizes[0].monthlyPrice.amount];
      };
      expect(await priceOfSmall()).toEqual(['2026-11', '5.00']);
      expect((await publish(priceBookId)).status).toBe(200);
      expect(await priceOfSmall()).toEqual([version, '6.50']);
    });

    it('name what is offered and has none', async () => {
      const { priceBookId, items, unpriced } = await draft();
      expect(unpriced).toContainEqual({ cloud: 'aws', item: 'database.large' });
      const changed = await finance()
        .patch(`${BOOKS}/${priceBookId}`)
        .send({
          items: [
            ...items,
            { cloud: 'aws', item: 'database.large', amount: '90' },
          ],
        });
      expect(changed.body.unpriced).not.toContainEqual({
        cloud: 'aws',
        item: 'database.large',
      });
    });

    it('of a later day leave those of today', async () => {
      const { priceBookId } = await draft();
      const reply = await publish(priceBookId, '2999-01-01');
      expect(reply.body.validFrom).toBe('2999-01-01T00:00:00.000Z');
      const { body } = await finance().get(BOOKS);
      expect(body.inForce).not.toBe(priceBookId);
    });

    it('change no more once published, not in the database either', async () => {
      const { priceBookId } = await draft();
      await publish(priceBookId, '2999-01-01');
      const url = `${BOOKS}/${priceBookId}`;
      const replies = await Promise.all([
        finance().patch(url).send({ source: 'Another' }),
        finance().delete(url),
        publish(priceBookId),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([409, 409, 409]);
      for (const change of [
        (trx: any) => trx('price_items').update({ amount: '0' }),
        (trx: any) => trx('price_items').delete(),
        (trx: any) => trx('price_books').update({ source: 'Another' }),
        (trx: any) =>
          trx('price_items').insert({
            tenant_id: 'default',
            price_book_id: priceBookId,
            cloud: 'local',
            item: 'gift',
            amount: '0',
          }),
      ]) {
        await expect(
          portal.database.transaction('default', change),
        ).rejects.toThrow('published prices do not change');
      }
    });

    it('may be thrown away while they are a draft', async () => {
      const { priceBookId } = await draft();
      const url = `${BOOKS}/${priceBookId}`;
      expect((await finance().delete(url)).status).toBe(204);
      expect((await finance().get(url)).status).toBe(404);
    });

    it.each([
      ['a day that is none', { validFrom: '2999-02-30' }, 'no day'],
      ['a day that is over', { validFrom: '2020-01-01' }, 'in the past'],
    ])('are not published for %s', async (_, body, message) => {
      const { priceBookId } = await draft();
      const reply = await finance()
        .post(`${BOOKS}/${priceBookId}/publish`)
        .send(body);
      expect(reply.status).toBe(400);
      expect(reply.body.error.message).toContain(message);
    });

    it.each([
      ['of nothing that is offered', [{ cloud: 'local', item: 'storage' }]],
      [
        'twice',
        [
          { cloud: 'local', item: 'size.small' },
          { cloud: 'local', item: 'size.small' },
        ],
      ],
    ])('are refused %s', async (_, items) => {
      const { priceBookId } = await draft();
      const reply = await finance()
        .patch(`${BOOKS}/${priceBookId}`)
        .send({ items: items.map(it => ({ ...it, amount: '1.00' })) });
      expect(reply.status).toBe(400);
    });

    it.each(['-1', '1e3', '1.2345678', 'free', ''])(
      'are refused as %j',
      async amount => {
        const { priceBookId } = await draft();
        const items = [{ cloud: 'local', item: 'size.small', amount }];
        const url = `${BOOKS}/${priceBookId}`;
        expect((await finance().patch(url).send({ items })).status).toBe(400);
      },
    );

    it('have a name of their own', async () => {
      const reply = await finance()
        .post(BOOKS)
        .send({ version: '2026-11', source: 'Again' });
      expect(reply.status).toBe(409);
    });

    it('are on the record of the business, with what changed', async () => {
      const { priceBookId, items } = await draft();
      await finance()
        .patch(`${BOOKS}/${priceBookId}`)
        .send({ items: repriced(items, 'size.small', '7.10') });
      expect(await portal.recorded()).toContainEqual(
        expect.objectContaining({
          tenant: 'default',
          action: 'updatePriceBook',
          before: {
            'local.size.small': items.find(
              (it: any) => it.cloud === 'local' && it.item === 'size.small',
            ).amount,
          },
          after: { 'local.size.small': '7.10' },
        }),
      );
    });

    it('are shown to no customer, by neither wall', async () => {
      const { priceBookId } = await draft();
      for (const path of [BOOKS, `${BOOKS}/${priceBookId}`]) {
        expect((await portal.as('birch/bea').get(path)).status).toBe(403);
      }
      for (const table of ['price_books', 'price_items']) {
        const seen = await portal.database.transaction('birch', trx =>
          trx(table).select(),
        );
        expect(seen).toEqual([]);
      }
    });
  });

  describe('of orders', () => {
    beforeAll(async () => {
      await start();
      await saveAccessKey(portal, 'default');
    });

    it('are kept line by line, with the version', async () => {
      const placed = await orderSite(portal, {
        order: {
          cloud: 'aws',
          region: 'eu-central-1',
          runtime: { kind: 'container', image: 'shop:1', port: 80 },
          addOns: { storage: true },
        },
      });
      expect(placed.order).toMatchObject({
        monthlyPrice: { amount: '41.005', currency: 'EUR' },
        priceVersion: '2026-11',
        lines: [
          { item: 'size.small', amount: '40.00' },
          { item: 'storage', amount: '1.005' },
        ],
      });
      expect(placed.deployment.price.lines).toEqual(placed.order.lines);
      expect(placed.deployment).not.toHaveProperty('priceBefore');
    });

    it('are refused for what has no price', async () => {
      const reply = await portal
        .as('birch/bea')
        .post('/api/sites/customers/birch/sites')
        .set('idempotency-key', randomUUID())
        .send({
          name: 'unpriced',
          cloud: 'aws',
          region: 'eu-central-1',
          size: 'small',
          content: { kind: 'starter' },
          runtime: { kind: 'container', image: 'shop:1', port: 80 },
          addOns: { database: { size: 'large', replica: false } },
        });
      expect(reply.status).toBe(409);
      expect(reply.body.error.message).toContain("'database.large'");
    });

    it('tell an update what it makes of the price', async () => {
      const { site } = await orderSite(portal);
      const { body } = await portal
        .as('birch/bea')
        .patch(`/api/sites/customers/birch/sites/${site.siteId}`)
        .send({ size: 'large' });
      expect(body.deployment).toMatchObject({
        priceBefore: { amount: '5.00' },
        price: { amount: '24.90', lines: [{ item: 'size.large' }] },
      });
    });
  });

  describe('before an order', () => {
    beforeAll(start);

    it('are told line by line, with what a change makes of them', async () => {
      const { site } = await orderSite(portal);
      const { body } = await portal
        .as('birch/bea')
        .get(QUOTE)
        .query({ cloud: 'local', size: 'large', site: site.siteId });
      expect(body).toMatchObject({
        price: { amount: '24.90', lines: [{ item: 'size.large' }] },
        before: { amount: '5.00' },
        difference: { amount: '19.90', currency: 'EUR' },
      });
      expect(body).not.toHaveProperty('refusal');
    });

    it('are told for measures and add-ons', async () => {
      const { body } = await portal.as('birch/bea').get(QUOTE).query({
        cloud: 'aws',
        size: 'custom',
        cpu: '0.5',
        memory: 1024,
        instances: 2,
        database: 'small',
        replica: true,
      });
      expect(body.price.amount).toBe('78.20');
    });

    it('say so when the monthly limit would not let them pass', async () => {
      await finance().put(LIMIT).send({ amount: '10.00', reason: 'New here' });
      const { body } = await portal
        .as('birch/bea')
        .get(QUOTE)
        .query({ cloud: 'local', size: 'large' });
      expect(body.monthlyLimit).toEqual({ amount: '10.00', currency: 'EUR' });
      expect(body.refusal).toContain('the limit is 10.00 EUR');
    });

    it('say what all sites of the customer would come to', async () => {
      await finance().put(LIMIT).send({ amount: '100.00', reason: 'Known' });
      const quote = async () => {
        const { body } = await portal
          .as('birch/bea')
          .get(QUOTE)
          .query({ cloud: 'local', size: 'small' });
        return Number(body.monthlyTotal.amount);
      };
      const before = await quote();
      await orderSite(portal);
      await orderSite(portal, { customer: 'cedar' });
      expect(await quote()).toBe(before + 5);
    });

    it('are told for another customer’s site as for none', async () => {
      const { site } = await orderSite(portal, { customer: 'cedar' });
      const ask = (of: string) =>
        portal
          .as('birch/bea')
          .get(QUOTE)
          .query({ cloud: 'local', size: 'small', site: of });
      const [foreign, unknown] = [await ask(site.siteId), await ask('site_no')];
      expect([foreign.status, unknown.status]).toEqual([404, 404]);
    });
  });

  describe('over the monthly limit', () => {
    beforeEach(start);

    const check = (
      siteId: string,
      amount: string,
      options: { before?: string; kind?: 'apply' | 'destroy' } = {},
    ) => {
      const price = (of: string) => ({
        amount: of,
        currency: 'EUR',
        priceVersion: '1',
        lines: [],
      });
      return createMonthlyLimitCheck({
        database: portal.database,
        monthlyLimits: new MonthlyLimitsStore(),
      }).check({
        kind: options.kind ?? 'apply',
        customer: { slug: 'birch' },
        site: { siteId },
        price: price(amount),
        ...(options.before && { priceBefore: price(options.before) }),
      } as any);
    };

    it('are denied over all sites of the customer, and of no other', async () => {
      await orderSite(portal, { customer: 'cedar' });
      await orderSite(portal);
      const { site } = await orderSite(portal, { outcome: 'queued' });
      expect(await check(site.siteId, '1000.00')).toEqual([]);
      await finance().put(LIMIT).send({ amount: '12.00', reason: 'New here' });
      expect(await check(site.siteId, '7.00')).toEqual([]);
      expect(await check(site.siteId, '7.01')).toMatchObject([
        { effect: 'deny', reason: expect.stringContaining('12.01 EUR') },
      ]);
      expect(await check(site.siteId, '7.01', { before: '8.00' })).toEqual([]);
      expect(await check(site.siteId, '9.00', { kind: 'destroy' })).toEqual([]);
    });

    it('are not counted for what failed before it was live', async () => {
      await orderSite(portal, { outcome: 'failed' });
      const { body } = await portal.as('birch/bea').get(LIMIT);
      expect(body.totals).toEqual([]);
    });

    it('are told with the sites that make them up, the dearest first', async () => {
      await orderSite(portal, { customer: 'cedar' });
      await orderSite(portal, { outcome: 'failed' });
      const small = await orderSite(portal);
      const large = await orderSite(portal, { order: { size: 'large' } });
      const { body } = await portal.as('birch/bea').get(LIMIT);
      expect(body.sites).toMatchObject([
        { siteId: large.site.siteId, amount: '24.90', currency: 'EUR' },
        { siteId: small.site.siteId, amount: '5.00' },
      ]);
      expect(body.totals).toEqual([{ amount: '29.90', currency: 'EUR' }]);
    });

    it('leave the first of two that wait its room', async () => {
      const first = await orderSite(portal, { outcome: 'queued' });
      const second = await orderSite(portal, { outcome: 'queued' });
      await finance().put(LIMIT).send({ amount: '5.00', reason: 'One site' });
      expect(await check(first.site.siteId, '5.00')).toEqual([]);
      expect(await check(second.site.siteId, '5.00')).toHaveLength(1);
    });

    it('are told with the limit and its reason, until it is taken away', async () => {
      const set = await finance()
        .put(LIMIT)
        .send({ amount: '80', reason: 'As agreed in May' });
      expect(set.body.limit).toMatchObject({
        amount: '80.00',
        currency: 'EUR',
        reason: 'As agreed in May',
        setBy: 'user:default/frank',
      });
      expect(await portal.recorded()).toContainEqual(
        expect.objectContaining({
          tenant: 'birch',
          action: 'setMonthlyLimit',
          reason: 'As agreed in May',
          before: { monthlyLimit: null },
          after: { monthlyLimit: '80.00 EUR' },
        }),
      );
      const gone = await finance()
        .put(LIMIT)
        .send({ amount: null, reason: 'Trusted' });
      expect(gone.body).not.toHaveProperty('limit');
    });
  });
});
