import { TestDatabases } from '@backstage/backend-test-utils';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

const MEMBERS = '/api/tenancy/customers/birch/members';
const CARL = {
  email: 'carl@birch.example',
  displayName: 'Carl',
  role: 'viewer',
};

describe('members', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  const add = (member: object = CARL, user = 'birch/ada') =>
    portal.as(user).post(MEMBERS).send(member);

  it.each([
    ['birch/bea', { kind: 'member', tenantName: 'Birch Bakery' }],
    ['default/olga', { kind: 'staff', tenantName: 'Freehold Hosting' }],
  ])('learn who they are (%s)', async (user, expected) => {
    const reply = await portal.as(user).get('/api/tenancy/me');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      ...expected,
      entityRef: `user:${user}`,
      tenant: user.split('/')[0],
    });
  });

  it('are people: nobody and other plugins have no answer to who they are', async () => {
    expect((await portal.asService().get('/api/tenancy/me')).status).toBe(403);
    expect(
      (
        await portal
          .asNobody()
          .set('authorization', 'Bearer nonsense')
          .get('/api/tenancy/me')
      ).status,
    ).toBe(401);
    expect((await portal.as('birch/zoe').get('/api/tenancy/me')).status).toBe(
      401,
    );
  });

  it('are added by an admin and get a link shown once', async () => {
    const reply = await add();
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      member: { name: 'carl', role: 'viewer', entityRef: 'user:birch/carl' },
      passwordLink: { url: expect.stringContaining('/set-password#token=') },
    });
    expect(portal.events).toEqual([{ tenant: 'birch', member: 'carl' }]);
    const list = await portal.as('birch/dev').get(`${MEMBERS}?search=carl`);
    expect(list.body).toEqual({ items: [reply.body.member], total: 1 });
  });

  it('are added even when sign-in gives no link', async () => {
    portal.signIn.state.isDown = true;
    const reply = await add();
    expect(reply.status).toBe(201);
    expect(reply.body).not.toHaveProperty('passwordLink');
  });

  it('have one account for an address, however it is written', async () => {
    const reply = await add({ ...CARL, email: 'BEA@Birch.example' });
    expect(reply.status).toBe(409);
    expect(reply.body.error.message).toContain('BEA@Birch.example');
  });

  it('may have the same address at two customers', async () => {
    const reply = await add({ ...CARL, email: 'cat@cedar.example' });
    expect(reply.status).toBe(201);
  });

  it('are added once when two people add the same one at once', async () => {
    const replies = await Promise.all([add(), add(), add()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('never get the name of somebody who was removed', async () => {
    await add();
    const removed = await portal.as('birch/ada').delete(`${MEMBERS}/carl`);
    expect(removed.status).toBe(204);
    const again = await add();
    expect(again.body.member.name).toBe('carl-2');
    expect((await portal.as('birch/carl').get('/api/tenancy/me')).status).toBe(
      401,
    );
    const other = await add({ ...CARL, email: 'carl@elsewhere.example' });
    expect(other.body.member.name).toBe('carl-3');
  });

  it('are gone at once when they are removed', async () => {
    const gone = await portal.as('birch/bea').delete(`${MEMBERS}/dev`);
    expect(gone.status).toBe(204);
    expect((await portal.as('birch/dev').get('/api/tenancy/me')).status).toBe(
      401,
    );
    const again = await portal.as('birch/bea').delete(`${MEMBERS}/dev`);
    expect(again.status).toBe(404);
  });

  it('change their role and display name', async () => {
    const reply = await portal
      .as('birch/bea')
      .patch(`${MEMBERS}/dev`)
      .send({ role: 'billing', displayName: 'Dev Dole' });
    expect(reply.body).toMatchObject({
      name: 'dev',
      role: 'billing',
      displayName: 'Dev Dole',
    });
  });

  it('include an owner at all times', async () => {
    const owner = portal.as('birch/bea');
    const leave = await owner.delete(`${MEMBERS}/bea`);
    expect(leave.status).toBe(409);
    expect(leave.body.error.message).toContain('needs an owner');
    const demote = await owner.patch(`${MEMBERS}/bea`).send({ role: 'admin' });
    expect(demote.status).toBe(409);
    await owner.patch(`${MEMBERS}/ada`).send({ role: 'owner' });
    expect((await owner.delete(`${MEMBERS}/bea`)).status).toBe(204);
  });

  it('include an owner even when both owners leave at once', async () => {
    await portal
      .as('birch/bea')
      .patch(`${MEMBERS}/ada`)
      .send({ role: 'owner' });
    const replies = await Promise.all([
      portal.as('birch/bea').delete(`${MEMBERS}/bea`),
      portal.as('birch/ada').delete(`${MEMBERS}/ada`),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('who are admins leave owners alone', async () => {
    const admin = portal.as('birch/ada');
    const replies = [
      await add({ ...CARL, role: 'owner' }),
      await admin.patch(`${MEMBERS}/dev`).send({ role: 'owner' }),
      await admin.patch(`${MEMBERS}/ada`).send({ role: 'owner' }),
      await admin.patch(`${MEMBERS}/bea`).send({ displayName: 'Mine' }),
      await admin.delete(`${MEMBERS}/bea`),
      // A link would let the admin sign in as the owner.
      await admin.post(`${MEMBERS}/bea/password-link`),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 403));
    expect(portal.signIn.requests).toEqual([]);
    expect(portal.events).toEqual([]);
  });

  it.each(['birch/dev', 'default/sam'])(
    'are not managed by %s, whatever the policy says',
    async user => {
      const replies = [
        await add(CARL, user),
        await portal.as(user).delete(`${MEMBERS}/ada`),
        await portal.as(user).post(`${MEMBERS}/ada/password-link`),
      ];
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403]);
    },
  );

  it('of another customer answer as unknown ones do', async () => {
    const owner = portal.as('birch/bea');
    const foreign = '/api/tenancy/customers/cedar/members';
    const unknown = '/api/tenancy/customers/nobody/members';
    const normal = ({ status, text }: { status: number; text: string }) => [
      status,
      text.replaceAll('nobody', 'cedar'),
    ];
    expect(normal(await owner.get(foreign))).toEqual(
      normal(await owner.get(unknown)),
    );
    expect(normal(await owner.post(foreign).send(CARL))).toEqual(
      normal(await owner.post(unknown).send(CARL)),
    );
    expect(normal(await owner.delete(`${foreign}/cat`))).toEqual(
      normal(await owner.delete(`${unknown}/cat`)),
    );
    const reply = await owner.delete(`${MEMBERS}/cat`);
    expect(reply.status).toBe(404);
    const kept = await portal.as('cedar/cat').get('/api/tenancy/me');
    expect(kept.status).toBe(200);
  });

  it('are listed across customers, staff included, for staff and other plugins only', async () => {
    await portal.as('birch/bea').delete(`${MEMBERS}/dev`);
    const refs = async (query: string) => {
      const reply = await portal
        .asService()
        .get(`/api/tenancy/members?${query}`);
      return reply.body.items.map((item: any) => item.entityRef).sort();
    };
    expect(await refs('')).toEqual([
      'user:birch/ada',
      'user:birch/bea',
      'user:cedar/cat',
      'user:default/olga',
      'user:default/sam',
    ]);
    expect(
      [...(await refs('limit=3')), ...(await refs('limit=3&offset=3'))].sort(),
    ).toEqual(await refs(''));
    const staff = await portal.as('default/olga').get('/api/tenancy/members');
    expect(staff.body.total).toBe(5);
    const member = await portal.as('birch/bea').get('/api/tenancy/members');
    expect(member.status).toBe(403);
  });

  describe('of the business, who are the staff', () => {
    const STAFF = '/api/tenancy/customers/default/members';
    const olga = () => portal.as('default/olga');
    const finn = {
      email: 'finn@host.example',
      displayName: 'Finn',
      role: 'finance',
    };

    it('are listed, added, changed and removed by operators', async () => {
      const added = await olga().post(STAFF).send(finn);
      expect(added.status).toBe(201);
      expect(added.body.member).toMatchObject({
        customer: 'default',
        role: 'finance',
        entityRef: 'user:default/finn',
      });
      expect(added.body.passwordLink.url).toContain('/set-password#token=');
      const list = await olga().get(STAFF);
      expect(list.body.items.map((item: any) => item.name)).toEqual([
        'finn',
        'olga',
        'sam',
      ]);
      const changed = await olga()
        .patch(`${STAFF}/finn`)
        .send({ role: 'operator' });
      expect(changed.body.role).toBe('operator');
      const link = await olga().post(`${STAFF}/finn/password-link`);
      expect(link.status).toBe(201);
      expect((await olga().delete(`${STAFF}/finn`)).status).toBe(204);
      const me = await portal.as('default/finn').get('/api/tenancy/me');
      expect(me.status).toBe(401);
      expect(
        (await portal.recorded('default')).map(({ action }) => action),
      ).toEqual([
        'addMember',
        'updateMember',
        'createPasswordLink',
        'removeMember',
      ]);
    });

    it('include an operator at all times', async () => {
      const leave = await olga().delete(`${STAFF}/olga`);
      expect(leave.status).toBe(409);
      expect(leave.body.error.message).toContain('needs an operator');
      const demote = await olga()
        .patch(`${STAFF}/olga`)
        .send({ role: 'support' });
      expect(demote.status).toBe(409);
      await olga().patch(`${STAFF}/sam`).send({ role: 'operator' });
      const replies = await Promise.all([
        olga().delete(`${STAFF}/olga`),
        portal.as('default/sam').delete(`${STAFF}/sam`),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    });

    it.each([
      ['of staff to a customer’s member', MEMBERS, 'dev', 'operator'],
      ['of members to one of the staff', STAFF, 'sam', 'owner'],
    ])('get no role %s', async (_what, path, name, role) => {
      const replies = [
        await olga().patch(`${path}/${name}`).send({ role }),
        await olga()
          .post(path)
          .send({ ...finn, role }),
      ];
      expect(replies.map(({ status }) => status)).toEqual([400, 400]);
      expect(replies[0].body.error.message).toMatch(/choose/);
    });

    it('are not managed by others of the staff', async () => {
      const sam = portal.as('default/sam');
      const replies = [
        await sam.post(STAFF).send(finn),
        await sam.patch(`${STAFF}/sam`).send({ role: 'operator' }),
        await sam.delete(`${STAFF}/olga`),
        await sam.post(`${STAFF}/olga/password-link`),
      ];
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    });

    it('are as unknown to customers as people of nobody', async () => {
      const owner = portal.as('birch/bea');
      const unknown = '/api/tenancy/customers/nobody/members';
      const normal = ({ status, text }: { status: number; text: string }) => [
        status,
        text.replaceAll('nobody', 'default'),
      ];
      expect(normal(await owner.get(STAFF))).toEqual(
        normal(await owner.get(unknown)),
      );
      expect(normal(await owner.post(STAFF).send(finn))).toEqual(
        normal(await owner.post(unknown).send(finn)),
      );
      expect(normal(await owner.delete(`${STAFF}/olga`))).toEqual(
        normal(await owner.delete(`${unknown}/olga`)),
      );
    });
  });

  it('are on the record without their password links', async () => {
    const { body } = await portal
      .as('birch/ada')
      .post(MEMBERS)
      .send({ email: 'new@birch.example', displayName: 'New', role: 'viewer' });
    await portal
      .as('birch/ada')
      .patch(`${MEMBERS}/new`)
      .send({ role: 'admin' });
    await portal.as('birch/ada').post(`${MEMBERS}/new/password-link`);
    await portal.as('birch/ada').delete(`${MEMBERS}/new`);
    const events = await portal.recorded('birch');
    expect(events.map(({ action }) => action)).toEqual([
      'addMember',
      'updateMember',
      'createPasswordLink',
      'removeMember',
    ]);
    expect(events[1]).toMatchObject({
      object: { kind: 'member', id: 'new', name: 'New' },
      before: { role: 'viewer' },
      after: { role: 'admin' },
    });
    expect(JSON.stringify(events)).not.toContain(
      body.passwordLink.url.split('#')[1],
    );
  });
});
