import { TestDatabases } from '@backstage/backend-test-utils';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const BIRCH = '/api/tenancy/customers/birch';

describe('ownership', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'), {
      keepsOutbox: true,
    });
    await seedTenancy(portal.database);
  });

  const handOver = (to: string, user = 'birch/bea') =>
    portal.as(user).post(`${BIRCH}/ownership`).send({ to });
  const roles = async () => {
    const { body } = await portal.as('birch/bea').get(`${BIRCH}/members`);
    return Object.fromEntries(
      body.items.map(({ name, role }: any) => [name, role]),
    );
  };

  it('is handed over in one step: one becomes owner, the other admin', async () => {
    const reply = await handOver('dev');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ name: 'dev', role: 'owner' });
    expect(await roles()).toEqual({ ada: 'admin', bea: 'admin', dev: 'owner' });
    expect(portal.events).toEqual([
      { tenant: 'birch', member: 'dev' },
      { tenant: 'birch', member: 'bea' },
    ]);
    expect(await portal.messages()).toMatchObject([
      {
        action: 'handOverOwnership',
        object: { kind: 'member', id: 'dev' },
        before: { bea: 'owner', dev: 'developer' },
        after: { bea: 'admin', dev: 'owner' },
      },
    ]);
  });

  it('is handed over by owners only, and only to members', async () => {
    const replies = [
      await handOver('dev', 'birch/ada'),
      await handOver('dev', 'default/olga'),
      await handOver('nobody'),
      await handOver('cat'),
      await handOver('bea'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([
      403, 403, 404, 404, 409,
    ]);
    expect(await roles()).toEqual({
      ada: 'admin',
      bea: 'owner',
      dev: 'developer',
    });
  });

  it('goes to one when it is handed to two at once', async () => {
    const replies = await Promise.all([handOver('dev'), handOver('ada')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 403]);
    const owners = Object.values(await roles()).filter(
      role => role === 'owner',
    );
    expect(owners).toHaveLength(1);
  });

  it('stays with somebody when two owners step down at once, in whatever way', async () => {
    await portal
      .as('birch/bea')
      .patch(`${BIRCH}/members/ada`)
      .send({ role: 'owner' });
    const replies = await Promise.all([
      portal
        .as('birch/bea')
        .patch(`${BIRCH}/members/bea`)
        .send({ role: 'viewer' }),
      portal
        .as('birch/ada')
        .patch(`${BIRCH}/members/ada`)
        .send({ role: 'viewer' }),
      portal.as('default/olga').delete(`${BIRCH}/members/bea`),
    ]);
    expect(replies.filter(({ status }) => status === 409)).not.toEqual([]);
    expect(Object.values(await roles())).toContain('owner');
  });

  it('of another customer is none of theirs', async () => {
    const foreign = await portal
      .as('birch/bea')
      .post('/api/tenancy/customers/cedar/ownership')
      .send({ to: 'bea' });
    expect(foreign.status).toBe(404);
  });
});
