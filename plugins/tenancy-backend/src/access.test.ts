import { TestDatabases } from '@backstage/backend-test-utils';
import { memberRoles, staffRoles } from '@freehold/plugin-tenancy-common';
import { grants } from '@freehold/plugin-tenancy-node';
import { seedTenancy } from './__testUtils__/seedTenancy';
import {
  startTenancyBackend,
  type TenancyBackend,
} from './__testUtils__/startTenancyBackend';

jest.setTimeout(120_000);

describe('what roles are for', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: TenancyBackend;

  beforeAll(async () => {
    portal = await startTenancyBackend(await databases.init('POSTGRES_18'));
    await seedTenancy(portal.database);
  });

  const explain = async (user: string, query: object) => {
    const reply = await portal.as(user).get('/api/tenancy/access').query(query);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  it('is told to staff as a whole', async () => {
    const { body } = await portal.as('default/sam').get('/api/tenancy/roles');
    expect(body).toMatchObject({
      memberRoles: [...memberRoles],
      staffRoles: [...staffRoles],
    });
    expect(
      body.actions.map(({ action, roles }: any) => ({ action, roles })),
    ).toEqual(
      grants.map(({ action, members, staff }) => ({
        action,
        roles: [...members, ...staff],
      })),
    );
  });

  it('is told to members without a word about staff', async () => {
    const reply = await portal.as('birch/dev').get('/api/tenancy/roles');
    expect(reply.body.staffRoles).toEqual([]);
    expect(reply.body.actions).toContainEqual({
      action: 'sites.site.delete',
      group: 'sites',
      title: 'Delete a site',
      description: expect.any(String),
      effect: 'change',
      roles: ['owner', 'admin'],
    });
    const told = reply.body.actions.map(({ action }: any) => action);
    expect(told).not.toContain('sites.deployment.approve');
    expect(told).not.toContain('tenancy.customer.suspend');
    for (const role of staffRoles) {
      expect(reply.text).not.toContain(`"${role}"`);
    }
  });

  it('explains why somebody may', async () => {
    expect(
      await explain('birch/dev', {
        action: 'sites.site.order',
        object: 'birch/site_1',
      }),
    ).toEqual({
      action: 'sites.site.order',
      title: 'Order a site',
      object: 'birch/site_1',
      allowed: true,
      rule: 'role-includes',
      role: 'developer',
      reach: 'own-tenant',
      roles: ['owner', 'admin', 'developer'],
      givenBy: [],
    });
  });

  it('explains why somebody may not, and who can change that', async () => {
    expect(
      await explain('birch/dev', { action: 'sites.site.delete' }),
    ).toMatchObject({
      allowed: false,
      rule: 'role-lacks',
      roles: ['owner', 'admin'],
      givenBy: ['ADA of birch', 'BEA of birch'],
    });
    expect(
      await explain('birch/ada', { action: 'tenancy.ownership.hand-over' }),
    ).toMatchObject({ roles: ['owner'], givenBy: ['BEA of birch'] });
    expect(
      await explain('default/sam', { action: 'sites.deployment.approve' }),
    ).toMatchObject({
      allowed: false,
      roles: ['operator'],
      givenBy: ['OLGA of default'],
    });
  });

  it('answers about what is foreign as about what does not exist', async () => {
    const ask = async (object: string) => {
      const answer = await explain('birch/bea', {
        action: 'sites.site.read',
        object,
      });
      return { ...answer, object: '' };
    };
    expect(await ask('cedar/site_1')).toEqual(await ask('nobody/site_1'));
    expect(await ask('cedar')).toMatchObject({
      allowed: false,
      rule: 'not-yours',
    });
  });

  it('answers members about actions of staff as about none at all', async () => {
    const ask = async (action: string) => ({
      ...(await explain('birch/bea', { action })),
      action: '',
    });
    expect(await ask('sites.deployment.approve')).toEqual(await ask('nothing'));
    expect(await ask('nothing')).toMatchObject({
      allowed: false,
      rule: 'unknown-action',
    });
  });

  it('explains that who views as a customer only reads', async () => {
    await portal.database.transaction('birch', trx =>
      trx('viewings').insert({
        tenant_id: 'birch',
        viewing_id: 'view_1',
        staff_ref: 'user:default/olga',
        staff_display_name: 'Olga',
        reason: 'A call',
        expires_at: new Date(Date.now() + 60_000),
      }),
    );
    expect(
      await explain('default/olga', { action: 'sites.site.order' }),
    ).toMatchObject({ allowed: false, rule: 'viewing-only-reads' });
    expect(
      await explain('default/olga', {
        action: 'sites.site.read',
        object: 'cedar/site_1',
      }),
    ).toMatchObject({ allowed: false, rule: 'not-yours' });
    expect(
      await explain('default/olga', { action: 'sites.site.read' }),
    ).toMatchObject({ allowed: true, role: 'viewer' });
  });
});
