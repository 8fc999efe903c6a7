import { TestDatabases } from '@backstage/backend-test-utils';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';
import { spec } from './schema/openapi.generated';

jest.setTimeout(120_000);

const BIRCH = '/api/tenancy/customers/birch';
const CUSTOMER = {
  slug: 'acme',
  name: 'Acme',
  tier: 'standard',
  owner: { email: 'ann@acme.example', displayName: 'Ann' },
};

describe('bad input', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeAll(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  it.each([
    ['limit=abc'],
    ['limit=0'],
    ['limit=201'],
    ['limit=1.5'],
    ['limit=1e400'],
    ['offset=-1'],
    ['offset=99999999999999999999'],
    ['sort=tenant_id'],
    ['state=unknown'],
    ['tier=gold'],
    ['nonsense=1'],
    ['search=%00'],
    [`search=${'x'.repeat(201)}`],
    ['search=a&search=b'],
    ['search[a]=b'],
  ])('in a query is refused: %s', async query => {
    const reply = await portal
      .as('default/olga')
      .get(`/api/tenancy/customers?${query}`);
    expect(reply.status).toBe(400);
    expect(reply.body.error.name).toBe('InputError');
  });

  it.each([
    ['no body', undefined],
    ['an empty object', {}],
    ['a list', [CUSTOMER]],
    ['a number for a name', { ...CUSTOMER, name: 1 }],
    ['a blank name', { ...CUSTOMER, name: '   ' }],
    ['a name that is too long', { ...CUSTOMER, name: 'x'.repeat(101) }],
    ['NUL in a name', { ...CUSTOMER, name: 'a\0b' }],
    ['an unknown field', { ...CUSTOMER, tenant_id: 'default' }],
    ['an unknown tier', { ...CUSTOMER, tier: 'gold' }],
    ['no owner', { ...CUSTOMER, owner: undefined }],
    [
      'an address without @',
      { ...CUSTOMER, owner: { email: 'ann', displayName: 'Ann' } },
    ],
    [
      'an address that is too long',
      {
        ...CUSTOMER,
        owner: { email: `${'x'.repeat(254)}@a`, displayName: 'Ann' },
      },
    ],
  ])('in a body is refused: %s', async (_what, body) => {
    const reply = await portal
      .as('default/olga')
      .post('/api/tenancy/customers')
      .send(body);
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toBeTruthy();
  });

  it.each([
    ['patch', BIRCH, {}],
    ['patch', BIRCH, { slug: 'other' }],
    ['patch', BIRCH, { requiresApproval: 'yes' }],
    ['post', `${BIRCH}/deactivate`, {}],
    ['post', `${BIRCH}/deactivate`, { reason: '' }],
    ['post', `${BIRCH}/deactivate`, { reason: 'x'.repeat(501) }],
    ['post', `${BIRCH}/members`, { email: 'a@b', displayName: 'A' }],
    ['patch', `${BIRCH}/members/bea`, { role: 'operator' }],
    ['patch', `${BIRCH}/members/bea`, { email: 'new@b.example' }],
  ] as const)('is refused: %s %s %j', async (method, url, body) => {
    const reply = await portal.as('default/olga')[method](url).send(body);
    expect(reply.status).toBe(400);
  });

  it('of 1 MB is refused by its size', async () => {
    const reply = await portal
      .as('default/olga')
      .post('/api/tenancy/customers')
      .send({ ...CUSTOMER, name: 'x'.repeat(1024 * 1024) });
    expect(reply.status).toBe(413);
  });

  it.each(['%00', '%20', "x' or '1'='1", '%F0%9F%A6%8A', '..%2f..%2fx'])(
    'in a path finds nothing and breaks nothing: %s',
    async id => {
      const staff = portal.as('default/olga');
      for (const url of [
        `/api/tenancy/customers/${id}`,
        `/api/tenancy/customers/${id}/members`,
        `${BIRCH}/members/${id}`,
      ]) {
        const reply = url.endsWith('members')
          ? await staff.get(url)
          : await staff.patch(url).send({ name: 'X', displayName: 'X' });
        expect([400, 404]).toContain(reply.status);
      }
    },
  );

  it('without credentials is refused on every operation', async () => {
    // For people who hold a link of a mail and cannot sign in yet.
    const isPublic = (path: string) =>
      /^\/(invitations|email-changes)\//.test(path);
    const operations = Object.entries(spec.paths)
      .filter(([path]) => !isPublic(path))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map(method => [method, path] as const),
      );
    expect(operations.length).toBeGreaterThan(10);
    for (const [method, path] of operations) {
      const url = `/api/tenancy${path.replace(/\{\w+\}/g, 'birch')}`;
      const reply = await portal
        .asNobody()
        .set('authorization', 'Bearer nonsense')
        [method as 'get'](url);
      expect([url, reply.status]).toEqual([url, 401]);
    }
  });

  it('on an undocumented path or method finds nothing', async () => {
    const staff = portal.as('default/olga');
    expect((await staff.get('/api/tenancy/people')).status).toBe(404);
    expect((await staff.put(BIRCH).send({})).status).toBe(404);
    expect((await staff.delete(BIRCH)).status).toBe(404);
    expect((await staff.head(`${BIRCH}/members?limit=abc`)).status).toBe(404);
  });
});
