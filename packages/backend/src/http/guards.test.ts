import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionModuleTenancy from '@freehold/plugin-permission-backend-module-tenancy';
import {
  DatabaseTenantDirectory,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { guardedHttpRouterServiceFactory } from './guardedHttpRouter';

jest.setTimeout(60_000);

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'website', namespace: 'default' },
  spec: {
    type: 'website',
    owner: 'group:default/staff',
    parameters: [],
    steps: [{ id: 'wait', name: 'wait', action: 'debug:wait', input: {} }],
  },
};

describe('the guards before plugins', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  const seed = async (knex: Knex) => {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@freehold/plugin-tenancy-backend',
        'migrations',
      ),
    });
    const tenancy = await TenantDatabase.create({ getClient: async () => knex });
    await tenancy.acrossTenants('seed', async trx => {
      await trx('customers').insert(
        ['acme', 'globex'].map(slug => ({
          tenant_id: slug,
          name: slug,
          tier: 'standard',
        })),
      );
      await trx('members').insert(
        [
          ['acme', 'ada', 'owner'],
          ['globex', 'hank', 'owner'],
          ['default', 'olga', 'operator'],
        ].map(([tenant_id, member_name, role]) => ({
          tenant_id,
          member_name,
          role,
          email: `${member_name}@${tenant_id}.example`,
          display_name: member_name,
        })),
      );
    });
    return DatabaseTenantDirectory.create(tenancy);
  };

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    const directory = await seed(await databases.init('POSTGRES_18'));
    // One by one, for knex hides the password from spreading.
    const { host, port, user, password, database } =
      knex.client.config.connection;
    ({ server } = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            backend: {
              baseUrl: 'http://localhost:7007',
              database: {
                client: 'pg',
                pluginDivisionMode: 'schema',
                connection: { host, port, user, password, database },
              },
            },
          },
        }),
        createServiceFactory({
          service: tenantDirectoryServiceRef,
          deps: {},
          factory: () => directory,
        }),
        databaseServiceFactory,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        guardedHttpRouterServiceFactory,
        catalogServiceMock.factory({ entities: [template] }),
        permissionPlugin,
        permissionModuleTenancy,
        scaffolderPlugin,
      ],
    }));
  });

  const as = (user: string) => ({
    get: (path: string) =>
      request(server)
        .get(path)
        .set('Authorization', mockCredentials.user.header(`user:${user}`)),
    post: (path: string, body?: object) =>
      request(server)
        .post(path)
        .set('Authorization', mockCredentials.user.header(`user:${user}`))
        .send(body),
  });

  it.each([
    ['get', '/api/scaffolder/v2/actions'],
    ['get', '/api/scaffolder/V2/Actions'],
    ['get', '/api/scaffolder/v2/templating-extensions'],
    ['post', '/api/scaffolder/v2/dry-run'],
    ['post', '/api/scaffolder/v2/autocomplete/github/repositories'],
    ['get', '/api/scaffolder/.well-known/backstage/permissions/metadata'],
    ['get', '/api/permission/.backstage/actions/v1/actions'],
  ] as const)('close %s %s to members as if it did not exist', async (method, path) => {
    const closed = await as('acme/ada')[method](path);
    const missing = await as('acme/ada')[method]('/api/scaffolder/nowhere');
    expect(closed.status).toBe(404);
    expect(closed.text).toBe(missing.text);
  });

  it('let staff pass', async () => {
    const { status } = await as('default/olga').get('/api/scaffolder/v2/actions');
    expect(status).toBe(200);
  });

  describe('tasks', () => {
    let taskId: string;

    beforeAll(async () => {
      const { body, status } = await as('acme/ada').post(
        '/api/scaffolder/v2/tasks',
        { templateRef: 'template:default/website', values: { canary: 'b7f3' } },
      );
      expect(body).toEqual(7);
      taskId = body.id;
    });

    it('are shown to who started them', async () => {
      const { body } = await as('acme/ada').get(
        `/api/scaffolder/v2/tasks/${taskId}`,
      );
      expect(body.spec.parameters).toEqual({ canary: 'b7f3' });
    });

    it.each([
      ['get', ''],
      ['get', '/events'],
      ['get', '/eventstream'],
      ['post', '/cancel'],
      ['post', '/retry'],
    ] as const)(
      'of others are answered like unknown ones: %s %s',
      async (method, path) => {
        const unknownId = '0198d3c2-0000-7000-8000-000000000000';
        const answers = [];
        for (const id of [taskId, unknownId, 'no-uuid', '%00']) {
          const answer = await as('globex/hank')[method](
            `/api/scaffolder/v2/tasks/${id}${path}`,
          );
          expect(answer.status).toBe(404);
          expect(answer.text).not.toContain('b7f3');
          answers.push(answer.body.error);
        }
        expect(new Set(answers.map(error => JSON.stringify(error))).size).toBe(1);
      },
    );

    it('of others are not listed', async () => {
      const { body } = await as('globex/hank').get('/api/scaffolder/v2/tasks');
      expect(body).toMatchObject({ tasks: [], totalTasks: 0 });
    });
  });

  it('let members use actions of the form only', async () => {
    const { body } = await as('acme/ada').post('/api/permission/authorize', {
      items: [
        {
          id: 'a',
          permission: {
            type: 'basic',
            name: 'scaffolder.template.dry-run',
            attributes: {},
          },
        },
      ],
    });
    expect(body.items).toEqual([{ id: 'a', result: 'DENY' }]);
  });
});
