import { TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseTenantDirectory } from '@freehold/plugin-tenancy-node';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const BIRCH = '/api/tenancy/customers/birch';

describe('a suspended customer', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'), {
      keepsOutbox: true,
    });
    await seedTenancy(portal.database);
  });

  const suspend = (sites: 'keep' | 'suspend' = 'keep') =>
    portal
      .as('default/olga')
      .post(`${BIRCH}/suspend`)
      .send({ reason: ' Unpaid since March ', sites });
  const resume = () => portal.as('default/olga').post(`${BIRCH}/resume`);

  it('says since when, why and by whom', async () => {
    const reply = await suspend('suspend');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      state: 'suspended',
      suspension: {
        since: expect.any(String),
        reason: 'Unpaid since March',
        by: 'user:default/olga',
        byName: 'OLGA of default',
        sites: 'suspend',
      },
    });
    expect(portal.events).toEqual([{ tenant: 'birch' }]);
  });

  it('has ended the sessions of its members for good', async () => {
    const directory = DatabaseTenantDirectory.create(portal.database);
    const before = new Date();
    await suspend();
    await resume();
    const bea = await directory.findMembership('user:birch/bea');
    expect(bea!.signedInAfter!.getTime()).toBeGreaterThanOrEqual(
      before.getTime(),
    );
  });

  it('has its members out from their next request on, and back in afterwards', async () => {
    const me = () => portal.as('birch/bea').get('/api/tenancy/me');
    expect((await me()).status).toBe(200);
    await suspend();
    expect((await me()).status).toBe(401);
    const resumed = await resume();
    expect(resumed.body.state).toBe('active');
    expect(resumed.body).not.toHaveProperty('suspension');
    expect((await me()).status).toBe(200);
  });

  it('is told to sign-in and to those who keep sites', async () => {
    const directory = DatabaseTenantDirectory.create(portal.database);
    await suspend('suspend');
    const email = 'BEA@birch.example';
    expect(await directory.findMembershipsByEmail(email)).toEqual([]);
    expect(
      await directory.findSuspendedMembershipsByEmail(email),
    ).toMatchObject([{ userEntityRef: 'user:birch/bea' }]);
    expect(await directory.listTenantsWithSuspendedSites()).toEqual(['birch']);
    expect(await directory.findCustomer('birch')).toMatchObject({
      suspension: { since: expect.any(Date), suspendsSites: true },
    });
    await resume();
    expect(await directory.findSuspendedMembershipsByEmail(email)).toEqual([]);
    expect(await directory.listTenantsWithSuspendedSites()).toEqual([]);
  });

  it('is suspended once, even by two at once, and resumed once', async () => {
    const suspended = await Promise.all([suspend(), suspend(), suspend()]);
    expect(suspended.map(({ status }) => status).sort()).toEqual([
      200, 409, 409,
    ]);
    const resumed = await Promise.all([resume(), resume()]);
    expect(resumed.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is resumed before it is deactivated, and the other way round', async () => {
    const staff = portal.as('default/olga');
    await suspend();
    const deactivated = await staff
      .post(`${BIRCH}/deactivate`)
      .send({ reason: 'Gone' });
    expect(deactivated.status).toBe(409);
    expect(deactivated.body.error.message).toContain('resume it first');
    expect((await staff.post(`${BIRCH}/reactivate`)).status).toBe(409);
    await resume();
    await staff.post(`${BIRCH}/deactivate`).send({ reason: 'Gone' });
    const late = await suspend();
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('reactivate it first');
  });

  it('gets no new members and no links, which would be of no use', async () => {
    await suspend();
    const staff = portal.as('default/olga');
    const replies = [
      await staff
        .post(`${BIRCH}/members`)
        .send({ email: 'c@c.example', displayName: 'C', role: 'viewer' }),
      await staff.post(`${BIRCH}/members/bea/password-link`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([409, 409]);
    expect(replies[0].body.error.message).toContain('suspended');
  });

  it('is on the record, with the reason', async () => {
    await suspend();
    await resume();
    await suspend();
    expect(await portal.messages()).toMatchObject([
      {
        kind: 'audit',
        tenant: 'birch',
        action: 'suspendCustomer',
        object: { kind: 'customer', id: 'birch', name: 'Birch Bakery' },
        outcome: 'succeeded',
        reason: 'Unpaid since March',
        before: { state: 'active' },
        after: { state: 'suspended', sites: 'keep' },
      },
      { action: 'resumeCustomer', after: { state: 'active' } },
      { action: 'suspendCustomer' },
    ]);
  });

  it('has a reason', async () => {
    const staff = portal.as('default/olga');
    const replies = [
      await staff.post(`${BIRCH}/suspend`).send({ reason: ' ', sites: 'keep' }),
      await staff.post(`${BIRCH}/suspend`).send({ sites: 'keep' }),
      await staff.post(`${BIRCH}/suspend`).send({ reason: 'x', sites: 'all' }),
      await staff.post(`${BIRCH}/suspend`).send({ reason: 'x' }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });

  it('is never the business itself, nor one that does not exist', async () => {
    const staff = portal.as('default/olga');
    for (const slug of ['default', 'nobody']) {
      const url = `/api/tenancy/customers/${slug}`;
      const body = { reason: 'x', sites: 'keep' };
      expect((await staff.post(`${url}/suspend`).send(body)).status).toBe(404);
      expect((await staff.post(`${url}/resume`)).status).toBe(404);
    }
  });
});
