import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  catalogEntityReadPermission,
  catalogPermissions,
} from '@backstage/plugin-catalog-common/alpha';
import {
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import {
  costsPermissions,
  costsStaffPermissions,
} from '@freehold/plugin-costs-common';
import {
  siteReadPermission,
  priceBookPermissions,
  sitesPermissions,
} from '@freehold/plugin-sites-common';
import {
  memberRoles,
  staffRoles,
  tenancyPermissions,
} from '@freehold/plugin-tenancy-common';
import {
  DatabaseTenantDirectory,
  grants,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { randomUUID } from 'node:crypto';
import { TenancyPermissionPolicy } from './TenancyPermissionPolicy';

jest.setTimeout(60_000);

/** `A` allowed, `c` allowed under conditions, `-` denied. */
const EXPECTED = `
                                 owner admin developer billing viewer operator finance support
tenancy.customer.list            -     -     -         -       -      A        A       A
tenancy.customer.create          -     -     -         -       -      A        -       -
tenancy.customer.read            c     c     c         c       c      A        A       A
tenancy.customer.configure       c     c     -         -       -      A        -       -
tenancy.customer.update          -     -     -         -       -      A        -       -
tenancy.customer.suspend         -     -     -         -       -      A        -       -
tenancy.customer.deactivate      -     -     -         -       -      A        -       -
tenancy.member.read              c     c     c         c       c      A        A       A
tenancy.member.manage            c     c     -         -       -      A        -       -
tenancy.ownership.hand-over      c     -     -         -       -      -        -       -
tenancy.viewing.start            -     -     -         -       -      A        -       A
tenancy.viewing.read             c     -     -         -       -      A        A       A
tenancy.audit.read               c     c     -         -       -      A        A       A
tenancy.mail.read                -     -     -         -       -      A        -       -
tenancy.mail.send                -     -     -         -       -      A        -       -
sites.site.read                  c     c     c         c       c      A        A       A
sites.site.order                 c     c     c         -       -      A        -       -
sites.site.update                c     c     c         -       -      A        -       -
sites.site.delete                c     c     -         -       -      A        -       -
sites.site.suspend               c     c     c         -       -      A        -       -
sites.deployment.control         c     c     c         -       -      A        -       -
sites.deployment.approve         -     -     -         -       -      A        -       -
sites.drift.accept               -     -     -         -       -      A        -       -
sites.dead-letter.read           -     -     -         -       -      A        A       A
sites.deployment.rescue          -     -     -         -       -      A        -       -
sites.state.read                 -     -     -         -       -      A        -       -
sites.state.change               -     -     -         -       -      A        -       -
sites.credential.manage          c     c     -         -       -      A        -       -
costs.costs.read                 c     c     c         c       c      A        A       A
costs.view.save                  c     c     c         c       c      A        A       A
costs.import.read                -     -     -         -       -      A        A       A
costs.import.create              -     -     -         -       -      A        A       -
costs.markup.read                -     -     -         -       -      A        A       -
costs.markup.set                 -     -     -         -       -      -        A       -
costs.tag-policy.read            -     -     -         -       -      A        A       A
costs.tag-policy.update          -     -     -         -       -      A        A       -
costs.allocation.read            -     -     -         -       -      A        A       A
costs.allocation.change          -     -     -         -       -      A        A       -
sites.price-book.read            -     -     -         -       -      A        A       A
sites.price-book.edit            -     -     -         -       -      -        A       -
sites.monthly-limit.set          -     -     -         -       -      A        A       -
catalog.entity.read              c     c     c         c       c      A        A       A
catalog.entity.refresh           -     -     -         -       -      A        -       -
catalog.entity.create            -     -     -         -       -      -        -       -
catalog.entity.delete            -     -     -         -       -      -        -       -
catalog.entity.validate          -     -     -         -       -      -        -       -
catalog.location.read            -     -     -         -       -      A        -       -
catalog.location.create          -     -     -         -       -      -        -       -
catalog.location.analyze         -     -     -         -       -      -        -       -
catalog.location.delete          -     -     -         -       -      -        -       -
catalog.ingestion.read           -     -     -         -       -      A        -       -
catalog.ingestion.manage         -     -     -         -       -      -        -       -
scaffolder.template.parameter.read A   A     A         A       A      A        A       A
scaffolder.template.step.read    A     A     A         A       A      A        A       A
scaffolder.template.dry-run      -     -     -         -       -      -        -       -
scaffolder.template.management   -     -     -         -       -      -        -       -
scaffolder.task.create           A     A     A         -       -      A        -       -
scaffolder.task.read             c     c     c         c       c      c        c       c
scaffolder.task.cancel           c     c     c         -       -      c        -       -
scaffolder.action.execute        c     c     c         -       -      c        -       -
`;

const [heading, ...lines] = EXPECTED.trim().split('\n');
const ROLES = heading.trim().split(/\s+/);
const CASES = lines.map(line => {
  const [name, ...marks] = line.split(/\s+/);
  return { name, marks };
});

const PERMISSIONS = new Map<string, Permission>(
  [
    ...tenancyPermissions,
    ...costsPermissions,
    ...costsStaffPermissions,
    ...priceBookPermissions,
    ...sitesPermissions,
    ...catalogPermissions,
    ...scaffolderPermissions,
  ].map(permission => [permission.name, permission]),
);

describe('TenancyPermissionPolicy', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let tenancy: TenantDatabase;
  let policy: TenancyPermissionPolicy;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@freehold/plugin-tenancy-backend',
        'migrations',
      ),
    });
    tenancy = await TenantDatabase.create({ getClient: async () => knex });
    await tenancy.acrossTenants('seed', async trx => {
      await trx('customers').insert({
        tenant_id: 'acme',
        name: 'Acme',
        tier: 'standard',
      });
      const row = (tenant_id: string) => (role: string) => ({
        tenant_id,
        member_name: role,
        role,
        email: `${role}@${tenant_id}.example`,
        display_name: role,
      });
      await trx('members').insert([
        ...memberRoles.map(row('acme')),
        ...staffRoles.map(row('default')),
      ]);
    });
    policy = TenancyPermissionPolicy.create(
      DatabaseTenantDirectory.create(tenancy),
    );
  });

  const userOf = (userEntityRef: string): PolicyQueryUser => ({
    credentials: mockCredentials.user(userEntityRef),
    info: { userEntityRef, ownershipEntityRefs: [userEntityRef] },
  });

  const refOf = (role: string) =>
    (staffRoles as readonly string[]).includes(role)
      ? `user:default/${role}`
      : `user:acme/${role}`;

  const decide = (role: string, permission: Permission) =>
    policy.handle({ permission }, userOf(refOf(role)));

  const markOf = ({ result }: PolicyDecision) =>
    ({ ALLOW: 'A', CONDITIONAL: 'c', DENY: '-' })[result];

  it('is asked about every permission there is', () => {
    expect(CASES.map(({ name }) => name).sort()).toEqual(
      [...PERMISSIONS.keys()].sort(),
    );
  });

  it('decides about the very permissions that plugins ask for', () => {
    for (const grant of grants) {
      const permission = PERMISSIONS.get(grant.action)!;
      const { action = grant.effect } = permission.attributes;
      expect({
        ...grant,
        resourceType:
          'resourceType' in permission ? permission.resourceType : undefined,
        effect: action === 'read' ? 'read' : 'change',
      }).toEqual(grant);
    }
  });

  it.each(CASES)('decides on $name by role', async ({ name, marks }) => {
    const permission = PERMISSIONS.get(name)!;
    const decisions = await Promise.all(
      ROLES.map(role => decide(role, permission)),
    );
    expect(decisions.map(markOf)).toEqual(marks);
  });

  it('narrows members to their own tenant', async () => {
    expect(await decide('viewer', siteReadPermission)).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'sites',
      resourceType: 'site',
      conditions: {
        rule: 'IS_OF_TENANT',
        resourceType: 'site',
        params: { tenant: 'acme' },
      },
    });
  });

  it('shows members the entities of their namespace and public ones', async () => {
    const decision = await decide('owner', catalogEntityReadPermission);
    expect(decision).toMatchObject({
      pluginId: 'catalog',
      conditions: {
        anyOf: [
          {
            rule: 'HAS_METADATA',
            params: { key: 'namespace', value: 'acme' },
          },
          {
            allOf: [
              {
                rule: 'HAS_METADATA',
                params: { key: 'namespace', value: 'default' },
              },
              {
                rule: 'HAS_LABEL',
                params: { label: 'freehold.dev/public', value: 'true' },
              },
            ],
          },
        ],
      },
    });
  });

  it('lets members run the ordering action only, and see their own tasks', async () => {
    expect(
      await decide('owner', PERMISSIONS.get('scaffolder.action.execute')!),
    ).toMatchObject({
      conditions: {
        rule: 'HAS_ACTION_ID',
        params: { actionId: 'freehold:site:order' },
      },
    });
    expect(
      await decide('owner', PERMISSIONS.get('scaffolder.task.read')!),
    ).toMatchObject({
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:acme/owner'] },
      },
    });
  });

  describe('of staff who view as a customer', () => {
    const view = (columns: object = {}) =>
      tenancy.transaction('acme', trx =>
        trx('viewings').insert({
          tenant_id: 'acme',
          viewing_id: `view_${randomUUID()}`,
          staff_ref: 'user:default/operator',
          staff_display_name: 'Olga',
          reason: 'Their call of this morning',
          expires_at: new Date(Date.now() + 60_000),
          ...columns,
        }),
      );

    afterEach(() =>
      tenancy.transaction('acme', trx => trx('viewings').delete()),
    );

    it('allows what a viewer reads, and not a single change', async () => {
      await view();
      const marks = await Promise.all(
        CASES.map(async ({ name }) => [
          name,
          markOf(await decide('operator', PERMISSIONS.get(name)!)),
        ]),
      );
      expect(marks.filter(([, mark]) => mark !== '-')).toEqual([
        ['tenancy.customer.read', 'c'],
        ['tenancy.member.read', 'c'],
        ['sites.site.read', 'c'],
        ['costs.costs.read', 'c'],
        ['catalog.entity.read', 'c'],
        ['scaffolder.template.parameter.read', 'A'],
        ['scaffolder.template.step.read', 'A'],
      ]);
    });

    it('narrows what they read to that customer, other staff to nothing', async () => {
      await view();
      expect(await decide('operator', siteReadPermission)).toMatchObject({
        conditions: { params: { tenant: 'acme' } },
      });
      expect(markOf(await decide('support', siteReadPermission))).toBe('A');
    });

    it.each([
      ['stopped', { ended_at: new Date() }],
      [
        'over',
        {
          started_at: new Date(Date.now() - 120_000),
          expires_at: new Date(Date.now() - 1),
        },
      ],
    ])('gives them their own role back once it is %s', async (_, columns) => {
      await view(columns);
      expect(markOf(await decide('operator', siteReadPermission))).toBe('A');
    });
  });

  it('denies a permission it does not know', async () => {
    const permission: Permission = {
      type: 'basic',
      name: 'kubernetes.proxy',
      attributes: {},
    };
    expect(markOf(await decide('operator', permission))).toBe('-');
  });

  it('denies a permission that only shares its name with a granted one', async () => {
    const { name, attributes } = siteReadPermission;
    expect(
      markOf(await decide('operator', { type: 'basic', name, attributes })),
    ).toBe('-');
    expect(
      markOf(
        await decide('operator', {
          type: 'resource',
          name,
          attributes,
          resourceType: 'catalog-entity',
        }),
      ),
    ).toBe('-');
  });

  it('denies everything to nobody, strangers, removed members and deactivated customers', async () => {
    const markFor = async (user?: PolicyQueryUser) =>
      markOf(await policy.handle({ permission: siteReadPermission }, user));

    expect(await markFor(undefined)).toBe('-');
    expect(await markFor(userOf('user:acme/stranger'))).toBe('-');
    expect(await markFor(userOf('group:acme/acme'))).toBe('-');

    await tenancy.transaction('acme', trx =>
      trx('members')
        .where({ tenant_id: 'acme', member_name: 'viewer' })
        .update({ removed_at: new Date() }),
    );
    expect(await markFor(userOf('user:acme/viewer'))).toBe('-');
    expect(await markFor(userOf('user:acme/owner'))).toBe('c');

    await tenancy.transaction('acme', trx =>
      trx('customers').where({ tenant_id: 'acme' }).update({
        state: 'deactivated',
        deactivated_at: new Date(),
        deactivated_reason: 'unpaid',
      }),
    );
    expect(await markFor(userOf('user:acme/owner'))).toBe('-');
    expect(await markFor(userOf('user:default/support'))).toBe('A');
  });
});
