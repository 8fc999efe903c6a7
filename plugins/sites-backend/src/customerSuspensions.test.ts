import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Customer } from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import { customers } from './__testUtils__/directory';
import { orderSite } from './__testUtils__/orderSite';
import { saveAccessKey } from './__testUtils__/saveAccessKey';
import {
  startSitesBackend,
  type SitesBackend,
} from './__testUtils__/startSitesBackend';
import { CustomerSuspensionsStore } from './database/CustomerSuspensionsStore';
import { CustomerSuspensions } from './services/CustomerSuspensions';

jest.setTimeout(120_000);

describe('the sites of a suspended customer', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const birch = { ...customers.birch };
  let portal: SitesBackend;
  let suspensions: CustomerSuspensions;

  beforeAll(async () => {
    portal = await startSitesBackend(await databases.init('POSTGRES_18'));
    suspensions = CustomerSuspensions.create({
      database: portal.database,
      directory: portal.directory,
      store: new CustomerSuspensionsStore(),
      events: mockServices.events.mock({ publish: async () => {} }),
    });
  });

  beforeEach(() => {
    customers.birch = { ...birch };
  });

  const become = (changes: Partial<Customer>) => {
    customers.birch = { ...birch, ...changes };
  };
  const suspend = (suspendsSites: boolean) =>
    become({
      state: 'suspended',
      suspension: { since: new Date(), suspendsSites },
    });
  const urlOf = (siteId: string) =>
    `/api/sites/customers/birch/sites/${siteId}`;
  const get = async (siteId: string) =>
    (await portal.as('default/olga').get(urlOf(siteId))).body;

  it('are suspended where that was asked for, and resumed with it', async () => {
    const { site } = await orderSite(portal);
    suspend(true);
    await suspensions.settle('birch');
    await suspensions.settle('birch');
    expect(await get(site.siteId)).toMatchObject({
      state: 'suspended',
      suspendedReason: 'Its customer is suspended',
    });
    become({});
    await suspensions.settle('birch');
    await suspensions.settle('birch');
    const resumed = await get(site.siteId);
    expect(resumed.state).toBe('live');
    expect(resumed).not.toHaveProperty('suspendedReason');
  });

  it('keep running where that was asked for', async () => {
    const { site } = await orderSite(portal);
    suspend(false);
    await suspensions.settleAll();
    expect((await get(site.siteId)).state).toBe('live');
  });

  it('stay suspended afterwards when they were suspended before', async () => {
    const { site } = await orderSite(portal);
    const url = urlOf(site.siteId);
    await portal
      .as('default/olga')
      .post(`${url}/suspend`)
      .send({ reason: 'Holiday' });
    suspend(true);
    await suspensions.settle('birch');
    become({});
    await suspensions.settle('birch');
    expect(await get(site.siteId)).toMatchObject({
      state: 'suspended',
      suspendedReason: 'Holiday',
    });
  });

  it('are not resumed one by one', async () => {
    const { site } = await orderSite(portal);
    suspend(true);
    await suspensions.settle('birch');
    const reply = await portal
      .as('default/olga')
      .post(`${urlOf(site.siteId)}/resume`);
    expect(reply.status).toBe(409);
    expect(reply.body.error.message).toContain('Resume the customer');
  });

  it('that become live meanwhile are suspended too', async () => {
    const { site, deployment } = await orderSite(portal, { outcome: 'queued' });
    suspend(true);
    await suspensions.settleAll();
    await portal.end('birch', deployment.deploymentId, 'succeeded');
    expect((await get(site.siteId)).state).toBe('suspended');
  });

  it('that a cloud serves stay live, say so, and are as before afterwards', async () => {
    await saveAccessKey(portal, 'birch');
    const order = { cloud: 'aws', region: 'eu-central-1' };
    const { site } = await orderSite(portal, { order });
    const before = await get(site.siteId);
    const later = await orderSite(portal, { order, outcome: 'queued' });
    suspend(true);
    await suspensions.settle('birch');
    await suspensions.settleAll();
    const during = await get(site.siteId);
    expect(during).toMatchObject({
      state: 'live',
      answersThoughSuspended: true,
    });
    expect(during).not.toHaveProperty('suspendedReason');
    await portal.end('birch', later.deployment.deploymentId, 'succeeded');
    expect(await get(later.site.siteId)).toMatchObject({
      state: 'live',
      answersThoughSuspended: true,
    });
    become({});
    await suspensions.settleAll();
    expect(await get(site.siteId)).toEqual({
      ...before,
      updatedAt: expect.any(String),
    });
  });

  it('are found again when the event about the end was lost', async () => {
    const { site } = await orderSite(portal);
    suspend(true);
    await suspensions.settleAll();
    expect((await get(site.siteId)).state).toBe('suspended');
    become({});
    await suspensions.settleAll();
    expect((await get(site.siteId)).state).toBe('live');
  });

  it('leave the sites of others alone', async () => {
    const { site } = await orderSite(portal, { customer: 'cedar' });
    suspend(true);
    await suspensions.settleAll();
    const other = await portal
      .as('cedar/cat')
      .get(`/api/sites/customers/cedar/sites/${site.siteId}`);
    expect(other.body.state).toBe('live');
  });

  it('get no new deployment from anybody, not even to be deleted, and end those under way', async () => {
    const { site } = await orderSite(portal);
    const failed = await orderSite(portal, { outcome: 'failed' });
    const running = await orderSite(portal, { outcome: 'queued' });
    suspend(false);
    const staff = portal.as('default/olga');
    const retry = `/api/sites/customers/birch/deployments/${failed.deployment.deploymentId}/retry`;
    const replies = [
      await staff
        .post('/api/sites/customers/birch/sites')
        .set('idempotency-key', randomUUID())
        .send({
          name: 'another',
          cloud: 'local',
          region: 'here',
          size: 'small',
          content: { kind: 'starter' },
        }),
      await staff.patch(urlOf(site.siteId)).send({ title: 'New' }),
      await staff.delete(urlOf(site.siteId)),
      await staff.post(retry),
    ];
    expect(replies.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
    for (const { body } of replies) {
      expect(body.error.message).toContain('Resume it first');
    }
    await portal.end('birch', running.deployment.deploymentId, 'succeeded');
    expect((await get(running.site.siteId)).state).toBe('live');
  });
});
