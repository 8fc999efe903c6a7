import { TestDatabases } from '@backstage/backend-test-utils';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(60_000);

describe('limits of a customer', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  const usageOf = (user: string, customer: string) =>
    portal.as(user).get(`/api/tenancy/customers/${customer}/usage`);

  const agree = (user: string, customer: string, limits: object) =>
    portal
      .as(user)
      .patch(`/api/tenancy/customers/${customer}/limits`)
      .send(limits);

  it('are those of its tier', async () => {
    const { body } = await usageOf('birch/bea', 'birch');
    const standard = {
      requestsPerMinute: 100,
      deploymentsPerHour: 10,
      sites: 10,
    };
    expect(body).toEqual({
      tier: 'standard',
      limits: standard,
      tierLimits: standard,
      ownLimits: {},
      requests: { limit: 100, used: 0, resetSeconds: 0 },
      pages: { limit: 300, used: 0, resetSeconds: 0 },
    });
    const premium = await usageOf('cedar/cat', 'cedar');
    expect(premium.body.limits.requestsPerMinute).toBe(1_000);
  });

  it('tell what is used', async () => {
    await portal.limits.countRequest('birch', 'requests');
    await portal.limits.countRequest('birch', 'requests');
    const { body } = await usageOf('birch/bea', 'birch');
    expect(body.requests).toEqual({ limit: 100, used: 2, resetSeconds: 60 });
    expect((await usageOf('cedar/cat', 'cedar')).body.requests.used).toBe(0);
  });

  it('can be agreed with one customer, and taken back one by one', async () => {
    const own = { requestsPerMinute: 250, sizes: ['small', 'large'] };
    const agreed = await agree('default/olga', 'birch', own);
    expect(agreed.status).toBe(200);
    expect(agreed.body).toMatchObject({
      ownLimits: own,
      limits: { ...own, deploymentsPerHour: 10 },
      requests: { limit: 250 },
    });
    const other = await usageOf('cedar/cat', 'cedar');
    expect(other.body.ownLimits).toEqual({});

    const { body } = await agree('default/olga', 'birch', {
      requestsPerMinute: null,
    });
    expect(body.ownLimits).toEqual({ sizes: ['small', 'large'] });
    expect(body.limits.requestsPerMinute).toBe(100);
  });

  it('leave what was before and is now on the record', async () => {
    await agree('default/olga', 'birch', { sites: 20 });
    expect(await portal.recorded('birch')).toMatchObject([
      {
        action: 'updateCustomerLimits',
        object: { kind: 'customer', id: 'birch' },
        before: {},
        after: { sites: 20 },
      },
    ]);
  });

  it.each([
    ['no request at all', { requestsPerMinute: 0 }],
    ['half a site', { sites: 1.5 }],
    ['fewer than no deployments', { deploymentsPerHour: -1 }],
    ['a limit there is not', { budget: 3 }],
    ['nothing', {}],
  ])('cannot be %s', async (_what, limits) => {
    const { status } = await agree('default/olga', 'birch', limits);
    expect(status).toBe(400);
  });

  it('of another customer are answered like those of an unknown one', async () => {
    for (const ask of [
      (customer: string) => usageOf('birch/bea', customer),
      (customer: string) => agree('birch/bea', customer, { sites: 99 }),
    ]) {
      const [foreign, unknown] = [await ask('cedar'), await ask('nobody')];
      expect([foreign.status, unknown.status]).toEqual([404, 404]);
      expect(foreign.body.error.message.replace('cedar', 'nobody')).toBe(
        unknown.body.error.message,
      );
    }
  });
});
