import { TestDatabases } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import { orderSite } from './__testUtils__/orderSite';
import { startSitesBackend } from './__testUtils__/startSitesBackend';
import { DeadLettersStore } from './database/DeadLettersStore';

jest.setTimeout(60_000);

describe('limits of a customer', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  const start = async (ownLimits: Parameters<typeof startSitesBackend>[1]) =>
    startSitesBackend(await databases.init('POSTGRES_18'), ownLimits);

  type Portal = Awaited<ReturnType<typeof start>>;

  const order = (portal: Portal, name: string, options: object = {}) =>
    portal
      .as('birch/bea')
      .post('/api/sites/customers/birch/sites')
      .set('idempotency-key', randomUUID())
      .send({
        name,
        cloud: 'local',
        region: 'here',
        size: 'small',
        content: { kind: 'starter' },
        ...options,
      });

  it('refuse one site too many when it is ordered, and say what to do', async () => {
    const portal = await start({ birch: { sites: 1 } });
    expect((await order(portal, 'one')).status).toBe(201);
    const { status, body } = await order(portal, 'two');
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/limit is 1 site.*Delete one.*ask/);
  });

  it('let one of several orders at once pass when there is room for one', async () => {
    const portal = await start({ birch: { sites: 1 } });
    const replies = await Promise.all(
      ['a1', 'a2', 'a3', 'a4'].map(name => order(portal, name)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
  });

  it('refuse a size that is not included, ordered or changed to', async () => {
    const portal = await start({ birch: { sizes: ['small'] } });
    const refused = await order(portal, 'big', { size: 'large' });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('Choose one of these: small');
    const { site } = await orderSite(portal);
    const changed = await portal
      .as('birch/bea')
      .patch(`/api/sites/customers/birch/sites/${site.siteId}`)
      .send({ size: 'large' });
    expect(changed.status).toBe(409);
  });

  it('answer 429 with the time to wait once the deployments of an hour are used', async () => {
    const portal = await start({ birch: { deploymentsPerHour: 2 } });
    await order(portal, 'one');
    await order(portal, 'two');
    const { status, body, headers } = await order(portal, 'three');
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(3_500);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(3_600);
    expect(body.error.message).toMatch(/All 2 deployments an hour.*60 min/);
  });

  it('let one of several changes at once pass when one deployment is left', async () => {
    const portal = await start({ birch: { deploymentsPerHour: 1 } });
    const replies = await Promise.all(
      ['b1', 'b2', 'b3', 'b4'].map(name => order(portal, name)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201, 429, 429, 429,
    ]);
  });

  it('count no order twice that was sent twice', async () => {
    const portal = await start({ birch: { deploymentsPerHour: 1, sites: 1 } });
    const key = randomUUID();
    const statuses = [];
    for (let round = 0; round < 2; round++) {
      const { status } = await order(portal, 'one').set('idempotency-key', key);
      statuses.push(status);
    }
    expect(statuses).toEqual([201, 201]);
  });

  it('hold back neither deletions nor what staff do', async () => {
    const portal = await start({ birch: { deploymentsPerHour: 0 } });
    const { site } = await orderSite(portal);
    const deleted = await portal
      .as('birch/bea')
      .delete(`/api/sites/customers/birch/sites/${site.siteId}`);
    expect(deleted.status).toBe(202);
  });

  it('hold for a retry as well', async () => {
    const portal = await start({ birch: { deploymentsPerHour: 0 } });
    const { deployment } = await orderSite(portal, { outcome: 'failed' });
    const retried = await portal
      .as('birch/bea')
      .post(
        `/api/sites/customers/birch/deployments/${deployment.deploymentId}/retry`,
      );
    expect(retried.status).toBe(429);
    expect(retried.headers['retry-after']).toBeDefined();
  });

  it('are not used up by what staff requeue', async () => {
    const portal = await start({ birch: { deploymentsPerHour: 1 } });
    const { body } = await order(portal, 'one');
    const { deploymentId } = body.deployment;
    await portal.end('birch', deploymentId, 'failed');
    await portal.database.transaction('birch', trx =>
      new DeadLettersStore().add(
        trx,
        { tenant: 'birch', deploymentId },
        'attempts-used-up',
      ),
    );
    const requeued = await portal
      .as('default/olga')
      .post(`/api/sites/customers/birch/dead-letters/${deploymentId}/requeue`)
      .send({ reason: 'The cloud is back.' });
    expect(requeued.status).toBe(202);
    const usage = await portal
      .as('birch/bea')
      .get('/api/sites/customers/birch/usage');
    expect(usage.body.deployments).toMatchObject({ limit: 1, used: 1 });
  });

  it('are shown with what is used, by size', async () => {
    const portal = await start({
      birch: { deploymentsPerHour: 5, sites: 3, sizes: ['small'] },
    });
    await order(portal, 'one');
    const { body } = await portal
      .as('birch/bea')
      .get('/api/sites/customers/birch/usage');
    expect(body).toEqual({
      deployments: {
        limit: 5,
        used: 1,
        nextFreeSeconds: expect.any(Number),
      },
      sites: { limit: 3, used: 1 },
      sizes: [
        { size: 'small', title: 'Small', sites: 1, isIncluded: true },
        { size: 'large', title: 'Large', sites: 0, isIncluded: false },
        { size: 'custom', title: 'custom', sites: 0, isIncluded: false },
      ],
    });
  });

  it('of another customer are answered like those of an unknown one', async () => {
    const portal = await start({});
    const [foreign, unknown] = await Promise.all(
      ['cedar', 'nobody'].map(customer =>
        portal.as('birch/bea').get(`/api/sites/customers/${customer}/usage`),
      ),
    );
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.body.error.message.replace('cedar', 'nobody')).toBe(
      unknown.body.error.message,
    );
  });
});
