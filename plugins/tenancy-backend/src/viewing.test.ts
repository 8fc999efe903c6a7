import { TestDatabases } from '@backstage/backend-test-utils';
import { RIGHT_PASSWORD } from './__testUtils__/createSignInDouble';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const VIEWINGS = '/api/tenancy/customers/birch/viewings';
const REASON = { reason: 'Bea cannot find her deployment' };

describe('viewing as a customer', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'), {
      keepsOutbox: true,
    });
    await seedTenancy(portal.database);
  });

  const start = (user = 'default/sam', body: object = REASON) =>
    portal.as(user).post(VIEWINGS).send(body);
  const stop = (user = 'default/sam') =>
    portal.as(user).post('/api/tenancy/viewing/stop');
  const me = async (user = 'default/sam') =>
    (await portal.as(user).get('/api/tenancy/me')).body;
  const list = async () => (await portal.as('birch/bea').get(VIEWINGS)).body;

  it('makes staff a viewer of it, and nothing of the staff', async () => {
    const reply = await start();
    expect(reply.status).toBe(201);
    expect(await me()).toEqual({
      kind: 'member',
      tenant: 'birch',
      tenantName: 'Birch Bakery',
      tier: 'standard',
      role: 'viewer',
      entityRef: 'user:default/sam',
      displayName: 'SAM of default',
      email: 'sam@default.example',
      viewing: {
        reason: REASON.reason,
        startedAt: reply.body.startedAt,
        expiresAt: reply.body.expiresAt,
      },
    });
    expect(await me('default/olga')).toMatchObject({ kind: 'staff' });
  });

  it('ends at once when it is stopped, and stopping again is harmless', async () => {
    await start();
    expect((await stop()).status).toBe(204);
    expect((await stop()).status).toBe(204);
    const after = await me();
    expect(after).toMatchObject({ kind: 'staff', role: 'support' });
    expect(after).not.toHaveProperty('viewing');
    expect((await list()).items).toMatchObject([
      { isActive: false, endedAt: expect.any(String) },
    ]);
  });

  it('lasts an hour at most, and ends by itself', async () => {
    const { body } = await start();
    const lasts = Date.parse(body.expiresAt) - Date.parse(body.startedAt);
    expect(lasts).toBe(60 * 60_000);
    expect(
      (await start('default/olga', { ...REASON, minutes: 61 })).status,
    ).toBe(400);
    await portal.database.transaction('birch', trx =>
      trx('viewings').update({
        started_at: new Date(Date.now() - 60_000),
        expires_at: new Date(Date.now() - 1),
      }),
    );
    expect(await me()).toMatchObject({ kind: 'staff' });
    expect((await list()).items[0].isActive).toBe(false);
  });

  it('of another customer waits for the end of this one', async () => {
    await start();
    const second = await portal
      .as('default/sam')
      .post('/api/tenancy/customers/cedar/viewings')
      .send(REASON);
    expect(second.status).toBe(409);
    expect(second.body.error.message).toContain('stop that first');
  });

  it('leaves one open when somebody starts twice at once', async () => {
    const replies = await Promise.all([start(), start(), start()]);
    expect(replies.some(({ status }) => status === 201)).toBe(true);
    const open = await portal.database.transaction('birch', trx =>
      trx('viewings').whereNull('ended_at'),
    );
    expect(open).toHaveLength(1);
  });

  it('is shown to the customer: who looked, when and why', async () => {
    await start();
    await stop();
    await start('default/olga');
    const { items, total } = await list();
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { viewerName: 'OLGA of default', isActive: true },
      { viewerName: 'SAM of default', reason: REASON.reason },
    ]);
    const page = await portal.as('birch/bea').get(`${VIEWINGS}?limit=1`);
    expect(page.body).toEqual({ items: [items[0]], total: 2 });
  });

  it('is on the record of the customer, its end too', async () => {
    await start();
    await stop();
    const told = { kind: 'audit', tenant: 'birch', reason: REASON.reason };
    expect(await portal.messages()).toMatchObject([
      { ...told, action: 'startViewingAs' },
      { ...told, action: 'stopViewingAs' },
    ]);
  });

  it('needs a reason, and somebody of the staff', async () => {
    expect((await start('default/sam', { reason: '  ' })).status).toBe(400);
    expect((await start('default/sam', {})).status).toBe(400);
    expect((await start('birch/bea')).status).toBe(403);
    expect((await stop('birch/bea')).status).toBe(204);
  });

  it('of a customer that does not exist is refused', async () => {
    for (const slug of ['nobody', 'default']) {
      const reply = await portal
        .as('default/sam')
        .post(`/api/tenancy/customers/${slug}/viewings`)
        .send(REASON);
      expect(reply.status).toBe(404);
    }
    expect(await me()).toMatchObject({ kind: 'staff' });
  });

  it('changes nothing about whoever views, such as their address', async () => {
    await start();
    const sam = portal.as('default/sam');
    const change = await sam
      .post('/api/tenancy/me/email-change')
      .send({ newEmail: 'sam@elsewhere.example', password: RIGHT_PASSWORD });
    const cancel = await sam.delete('/api/tenancy/me/email-change');
    for (const reply of [change, cancel]) {
      expect(reply.status).toBe(403);
      expect(reply.body.error.message).toContain('Stop viewing first');
    }
    expect((await sam.get('/api/tenancy/me/email-change')).body).toEqual({});
  });

  it('ends with the membership of who views', async () => {
    await start();
    await portal.database.transaction('default', trx =>
      trx('members')
        .where({ member_name: 'sam' })
        .update({ removed_at: new Date() }),
    );
    const reply = await portal.as('default/sam').get('/api/tenancy/me');
    expect(reply.status).toBe(401);
  });
});
