import { TestDatabases } from '@backstage/backend-test-utils';
import { orderSite } from './__testUtils__/orderSite';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { spec } from './schema/openapi.generated';

jest.setTimeout(120_000);

describe('lists', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: SitesBackend;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
    const order = (customer: string, name: string, title: string) =>
      orderSite(portal, { customer, order: { name, title } });
    await order('birch', 'bread', 'Our 100% bread');
    await order('birch', 'cakes', 'Cakes');
    await order('cedar', 'bread', 'Popcorn');
    await orderSite(portal, {
      customer: 'cedar',
      outcome: 'failed',
      order: { name: 'tickets', title: 'Tickets' },
    });
    const gone = await order('birch', 'gone', 'Gone');
    const { body } = await portal
      .as('birch/bea')
      .delete(`/api/sites/customers/birch/sites/${gone.site.siteId}`);
    await portal.end('birch', body.deployment.deploymentId, 'succeeded');
  });

  const list = async (user: string, query = '') => {
    const { body, status } = await portal
      .as(user)
      .get(`/api/sites/sites?${query}`);
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return {
      total: body.total,
      names: body.items.map((it: any) => `${it.customer}/${it.name}`),
    };
  };

  it('show members the sites of their own customer', async () => {
    expect(await list('birch/bea')).toEqual({
      total: 2,
      names: ['birch/bread', 'birch/cakes'],
    });
  });

  it('tell the ids of all sites there were, each customer’s to itself', async () => {
    const idsOf = async (user: string) => {
      const { body } = await portal.as(user).get('/api/sites/site-ids');
      return Object.entries<string[]>(body.customers).map(([slug, ids]) => [
        slug,
        ids.length,
      ]);
    };
    expect(await idsOf('birch/bea')).toEqual([['birch', 3]]);
    expect((await idsOf('default/olga')).sort()).toEqual([
      ['birch', 3],
      ['cedar', 2],
    ]);
  });

  it('show staff all of them, with the customers’ names', async () => {
    const all = await list('default/olga', 'sort=customer');
    expect(all).toEqual({
      total: 4,
      names: ['birch/bread', 'birch/cakes', 'cedar/bread', 'cedar/tickets'],
    });
    const { body } = await portal.as('default/olga').get('/api/sites/sites');
    expect(body.items[0].customerName).toBe('Birch Bakery');
  });

  it.each([
    ['customer=cedar', ['cedar/bread', 'cedar/tickets']],
    ['customer=nobody', []],
    ['search=BREA', ['birch/bread', 'cedar/bread']],
    ['search=popcorn', ['cedar/bread']],
    ['search=100%25', ['birch/bread']],
    ['search=%25', ['birch/bread']],
    ['search=_', []],
    ['search=%5C', []],
    ['state=failed', ['cedar/tickets']],
    ['state=deleted', ['birch/gone']],
    ['cloud=moon', []],
    ['sort=-name&limit=2', ['cedar/tickets', 'birch/cakes']],
    ['sort=name&limit=2&offset=3', ['cedar/tickets']],
    ['sort=createdAt&limit=1', ['birch/bread']],
    ['sort=-createdAt&limit=1', ['cedar/tickets']],
    ['sort=-customer&limit=1', ['cedar/tickets']],
    ['offset=1000000', []],
  ])('narrow, sort and page: %s', async (query, names) => {
    expect((await list('default/olga', query)).names).toEqual(names);
  });

  it('show nothing of a customer that is not the caller’s', async () => {
    expect(await list('birch/bea', 'customer=cedar')).toEqual({
      total: 0,
      names: [],
    });
    expect(await list('birch/bea', 'search=popcorn')).toEqual({
      total: 0,
      names: [],
    });
  });

  it('hold deployments, newest first', async () => {
    const deployments = async (user: string, query = '') =>
      (await portal.as(user).get(`/api/sites/deployments?${query}`)).body;
    const mine = await deployments('birch/bea');
    expect(mine.total).toBe(4);
    expect(mine.items[0]).toMatchObject({ kind: 'destroy', siteName: 'gone' });
    expect((await deployments('default/olga')).total).toBe(6);
    expect(await deployments('default/olga', 'state=failed')).toMatchObject({
      total: 1,
      items: [{ customer: 'cedar', failure: { code: 'tried' } }],
    });
    expect((await deployments('birch/bea', 'customer=cedar')).total).toBe(0);
  });

  it('come as totals for the home pages', async () => {
    const summary = async (user: string) =>
      (await portal.as(user).get('/api/sites/summary')).body;
    expect(await summary('default/olga')).toEqual({
      customers: 2,
      sites: { ordered: 0, live: 3, failed: 1, suspended: 0, deleting: 0 },
      deployments: { running: 0, awaitingApproval: 0, failedLastDay: 1 },
    });
    expect(await summary('birch/bea')).toEqual({
      sites: { ordered: 0, live: 2, failed: 0, suspended: 0, deleting: 0 },
      deployments: { running: 0, awaitingApproval: 0, failedLastDay: 0 },
    });
  });

  it('start with what can be ordered', async () => {
    const { body } = await portal.as('birch/bea').get('/api/sites/offering');
    expect(body).toMatchObject({
      priceVersion: '2026-11',
      clouds: [
        {
          id: 'local',
          sizes: [
            { id: 'small', monthlyPrice: { amount: '5.00', currency: 'EUR' } },
            { id: 'large', monthlyPrice: { amount: '24.90' } },
          ],
        },
        {
          id: 'aws',
          sizes: [
            { id: 'small', monthlyPrice: { amount: '40.00' } },
            { id: 'custom', monthlyPrice: { amount: '10.00' } },
          ],
        },
      ],
    });
  });

  it.each([
    ['sites', 'limit=abc'],
    ['sites', 'limit=0'],
    ['sites', 'limit=201'],
    ['sites', 'offset=-1'],
    ['sites', 'offset=1e9'],
    ['sites', 'sort=tenant_id'],
    ['sites', 'state=unknown'],
    ['sites', 'search=%00'],
    ['sites', `search=${'x'.repeat(201)}`],
    ['sites', 'search=a&search=b'],
    ['sites', 'nonsense=1'],
    ['deployments', 'state=live'],
    ['deployments', 'limit=1.5'],
  ])('refuse a wrong query with 400: %s?%s', async (of, query) => {
    const reply = await portal
      .as('default/olga')
      .get(`/api/sites/${of}?${query}`);
    expect(reply.status).toBe(400);
  });

  it('and everything else are closed to callers without credentials', async () => {
    const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter(method => method !== 'parameters')
        .map(method => [method, path] as const),
    );
    expect(operations.length).toBeGreaterThan(15);
    for (const [method, path] of operations) {
      const url = `/api/sites${path.replace(/\{\w+\}/g, 'birch')}`;
      const reply = await portal.asNobody()[method as 'get'](url);
      expect([url, reply.status]).toEqual([url, 401]);
    }
  });
});
