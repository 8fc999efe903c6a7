import { TestDatabases } from '@backstage/backend-test-utils';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';
import { seedTenancy } from './__testUtils__/seedTenancy';

jest.setTimeout(120_000);

const ACME = {
  slug: 'acme',
  name: 'Acme Bikes',
  tier: 'standard',
  owner: { email: 'Ann.Archer@acme.example', displayName: 'Ann Archer' },
};

describe('customers', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeEach(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  const create = (body: object = ACME, user = 'default/olga') =>
    portal.as(user).post('/api/tenancy/customers').send(body);

  it('are created by staff with their first owner and a link to set the password', async () => {
    const reply = await create();
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      customer: {
        slug: 'acme',
        name: 'Acme Bikes',
        tier: 'standard',
        state: 'active',
        requiresApproval: false,
        memberCount: 1,
      },
      owner: {
        customer: 'acme',
        name: 'ann-archer',
        role: 'owner',
        email: 'Ann.Archer@acme.example',
        entityRef: 'user:acme/ann-archer',
      },
      passwordLink: { url: 'http://localhost/set-password#token=1' },
    });
    expect(portal.signIn.requests).toEqual([
      {
        tenant: 'acme',
        member: 'ann-archer',
        email: 'Ann.Archer@acme.example',
        firstOnly: false,
      },
    ]);
    expect(portal.events).toEqual([
      { tenant: 'acme' },
      { tenant: 'acme', member: 'ann-archer' },
    ]);
  });

  it('are created without a link when sign-in is down, so that one can be asked for later', async () => {
    portal.signIn.state.isDown = true;
    const reply = await create();
    expect(reply.status).toBe(201);
    expect(reply.body.passwordLink).toBeUndefined();
    const again = await portal
      .as('default/olga')
      .post('/api/tenancy/customers/acme/members/ann-archer/password-link');
    expect(again.status).toBe(503);
    portal.signIn.state.isDown = false;
    const later = await portal
      .as('default/olga')
      .post('/api/tenancy/customers/acme/members/ann-archer/password-link');
    expect(later.status).toBe(201);
  });

  it('refuse a slug that is taken', async () => {
    const reply = await create({ ...ACME, slug: 'birch' });
    expect(reply.status).toBe(409);
    expect(reply.body.error.message).toContain("'birch'");
    expect(portal.events).toEqual([]);
  });

  it('are created once when two people create the same one at once', async () => {
    const replies = await Promise.all([create(), create(), create(), create()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
  });

  it.each(['default', 'www', 'api', 'staff', 'localhost'])(
    'refuse the reserved slug %s',
    async slug => {
      const reply = await create({ ...ACME, slug });
      expect(reply.status).toBe(400);
      expect(reply.body.error.message).toContain('reserved');
    },
  );

  it.each(['Acme', '1acme', 'a', 'acme-', 'ac--me', 'ac.me', 'a'.repeat(41)])(
    'refuse %s as a slug',
    async slug => {
      expect((await create({ ...ACME, slug })).status).toBe(400);
    },
  );

  it('are changed by staff', async () => {
    const reply = await portal
      .as('default/olga')
      .patch('/api/tenancy/customers/birch')
      .send({ name: ' Birch & Sons ', requiresApproval: true });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      slug: 'birch',
      name: 'Birch & Sons',
      tier: 'standard',
      requiresApproval: true,
    });
    const read = await portal
      .as('birch/bea')
      .get('/api/tenancy/customers/birch');
    expect(read.body).toEqual(reply.body);
    expect(portal.events).toEqual([{ tenant: 'birch' }]);
  });

  it('lock their members out while they are deactivated', async () => {
    const staff = portal.as('default/olga');
    const deactivated = await staff
      .post('/api/tenancy/customers/birch/deactivate')
      .send({ reason: 'Invoice unpaid' });
    expect(deactivated.status).toBe(200);
    expect(deactivated.body).toMatchObject({
      state: 'deactivated',
      deactivatedReason: 'Invoice unpaid',
      deactivatedAt: expect.any(String),
    });
    const locked = await portal.as('birch/bea').get('/api/tenancy/me');
    expect(locked.status).toBe(401);

    const again = await staff
      .post('/api/tenancy/customers/birch/deactivate')
      .send({ reason: 'Again' });
    expect(again.status).toBe(409);
    const link = await staff.post(
      '/api/tenancy/customers/birch/members/bea/password-link',
    );
    expect(link.status).toBe(409);

    const reactivated = await staff.post(
      '/api/tenancy/customers/birch/reactivate',
    );
    expect(reactivated.status).toBe(200);
    expect(reactivated.body).not.toHaveProperty('deactivatedReason');
    const back = await portal.as('birch/bea').get('/api/tenancy/me');
    expect(back.status).toBe(200);
    const twice = await staff.post('/api/tenancy/customers/birch/reactivate');
    expect(twice.status).toBe(409);
  });

  it('are listed for staff with search, filters, order and pages', async () => {
    await create();
    const staff = portal.as('default/olga');
    const list = async (query: string) => {
      const reply = await staff.get(`/api/tenancy/customers?${query}`);
      expect(reply.status).toBe(200);
      return [
        reply.body.total,
        ...reply.body.items.map((item: { slug: string }) => item.slug),
      ];
    };
    expect(await list('')).toEqual([3, 'acme', 'birch', 'cedar']);
    expect(await list('sort=-name')).toEqual([3, 'cedar', 'birch', 'acme']);
    expect(await list('sort=-createdAt&limit=1')).toEqual([3, 'acme']);
    expect(await list('sort=name&limit=1&offset=1')).toEqual([3, 'birch']);
    expect(await list('search=BAKERY')).toEqual([1, 'birch']);
    expect(await list('search=cme')).toEqual([1, 'acme']);
    expect(await list('search=100%25')).toEqual([0]);
    expect(await list('search=_')).toEqual([0]);
    expect(await list('tier=premium')).toEqual([1, 'cedar']);
    expect(await list('state=deactivated')).toEqual([0]);
    expect(await list('search=default')).toEqual([0]);
  });

  it('are not listed or created by members', async () => {
    const member = portal.as('birch/bea');
    expect((await member.get('/api/tenancy/customers')).status).toBe(403);
    expect((await create(ACME, 'birch/bea')).status).toBe(403);
  });

  it('answer for a foreign customer as for an unknown one', async () => {
    const member = portal.as('birch/bea');
    const answerFor = async (slug: string) => {
      const { status, body } = await member.get(
        `/api/tenancy/customers/${slug}`,
      );
      return JSON.parse(
        JSON.stringify([status, body]).replaceAll(slug, '<slug>'),
      );
    };
    const unknown = await answerFor('nobody');
    expect(unknown[0]).toBe(404);
    expect(await answerFor('cedar')).toEqual(unknown);
    expect(await answerFor('default')).toEqual(unknown);
  });

  it.each([
    ['get', ''],
    ['patch', '', { name: 'Mine' }],
    ['post', '/deactivate', { reason: 'x' }],
    ['post', '/reactivate'],
    ['get', '/usage'],
    ['post', '/suspend', { reason: 'x', sites: 'keep' }],
  ] as const)(
    'do not include the business itself (%s %s)',
    async (method, path, body: object = {}) => {
      const reply = await portal
        .as('default/olga')
        [method](`/api/tenancy/customers/default${path}`)
        .send(method === 'get' ? undefined : body);
      expect(reply.status).toBe(404);
      expect(reply.body.error.message).toBe("There is no customer 'default'");
    },
  );

  it('are on the record with what changed', async () => {
    await create();
    await portal
      .as('default/olga')
      .patch('/api/tenancy/customers/acme')
      .send({ tier: 'premium', requiresApproval: false });
    expect(await portal.recorded('acme')).toMatchObject([
      {
        action: 'createCustomer',
        object: { kind: 'customer', id: 'acme', name: 'Acme Bikes' },
        after: { tier: 'standard', owner: 'Ann.Archer@acme.example' },
      },
      {
        action: 'updateCustomer',
        before: { tier: 'standard' },
        after: { tier: 'premium' },
      },
    ]);
  });

  it('can be listed by other plugins of the portal', async () => {
    const reply = await portal.asService().get('/api/tenancy/customers');
    expect(reply.body.total).toBe(2);
  });
});
