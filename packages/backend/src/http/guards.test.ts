import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import signalsPlugin from '@backstage/plugin-signals-backend';
import authModuleLocal, {
  sessionAuthServiceFactory,
} from '@freehold/plugin-auth-backend-module-local';
import permissionModuleTenancy from '@freehold/plugin-permission-backend-module-tenancy';
import tenancyPlugin from '@freehold/plugin-tenancy-backend';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import request from 'supertest';
import { WebSocket } from 'ws';
import { discreetPermissionsRegistryServiceFactory } from '../permissions/discreetPermissionsRegistry';
import { guardedHttpRouterServiceFactory } from './guardedHttpRouter';

jest.setTimeout(60_000);

const ORIGIN = 'http://localhost:7007';

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
  const directory = createMockDirectory({
    content: {
      'demo.yaml': `
password: marble-trumpet-91-canyon
customers:
  - slug: acme
    name: Acme
    tier: standard
    members:
      - { name: ada, email: ada@acme.example, displayName: Ada, role: owner }
  - slug: globex
    name: Globex
    tier: standard
    members:
      - { name: hank, email: hank@globex.example, displayName: Hank, role: owner }
  - slug: quick
    name: Quick
    tier: premium
    members:
      - { name: quin, email: quin@quick.example, displayName: Quin, role: owner }
      - { name: rita, email: rita@quick.example, displayName: Rita, role: viewer }
staff:
  - { name: olga, email: olga@freehold.example, displayName: Olga, role: operator }
`,
    },
  });
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  const logged: unknown[][] = [];
  const logger = mockServices.rootLogger.mock({
    child: () => logger,
    error: (...line) => logged.push(line),
    warn: (...line) => logged.push(line),
  });
  const isFault = (line: unknown[]) => /not readable/.test(String(line));

  const tokens = new Map<string, string>();

  /** Signs in and calls as that person from then on. */
  const signIn = async (email: string) => {
    const { body } = await request(server)
      .post('/api/auth/local/sessions')
      .set({ 'X-Freehold-Request': '1', Origin: ORIGIN })
      .send({ email, password: 'marble-trumpet-91-canyon' });
    const { token } = body.backstageIdentity;
    tokens.set(email, token);
    return (method: 'get' | 'post', path: string, content?: object) =>
      request(server)
        [method](path)
        .set('Authorization', `Bearer ${token}`)
        .send(content);
  };

  /** Sends bytes of one's own; what comes back until the connection ends. */
  const sendRaw = async (text: string, options = { andLeave: false }) => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', chunk => chunks.push(chunk));
    socket.on('error', () => {});
    socket.write(text, () => options.andLeave && socket.resetAndDestroy());
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  };

  let ada: Awaited<ReturnType<typeof signIn>>;
  let hank: typeof ada;
  let olga: typeof ada;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    // One by one, for knex hides the password from spreading.
    const { host, port, user, password, database } =
      knex.client.config.connection;
    const demo = { file: directory.resolve('demo.yaml') };
    ({ server } = await startTestBackend({
      features: [
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            freehold: { environment: 'local' },
            permission: { enabled: true },
            app: { baseUrl: ORIGIN },
            auth: {
              providers: { local: {} },
              local: { demo, answerInterval: { milliseconds: 1 } },
            },
            tenancy: {
              demo,
              limits: { tiers: { premium: { requestsPerMinute: 5 } } },
              encryption: {
                keys: [
                  { id: 'test', key: Buffer.alloc(32).toString('base64') },
                ],
              },
            },
            backend: {
              baseUrl: ORIGIN,
              database: {
                client: 'pg',
                pluginDivisionMode: 'schema',
                connection: { host, port, user, password, database },
              },
            },
          },
        }),
        databaseServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        discreetPermissionsRegistryServiceFactory,
        userInfoServiceFactory,
        sessionAuthServiceFactory,
        guardedHttpRouterServiceFactory,
        catalogServiceMock.factory({ entities: [template] }),
        authPlugin,
        authModuleLocal,
        permissionPlugin,
        permissionModuleTenancy,
        scaffolderPlugin,
        signalsPlugin,
        tenancyPlugin,
      ],
    }));
    ada = await signIn('ada@acme.example');
    hank = await signIn('hank@globex.example');
    olga = await signIn('olga@freehold.example');
  });

  it.each([
    ['get', '/api/scaffolder/v2/actions'],
    ['get', '/api/scaffolder/V2/Actions'],
    ['get', '/api/scaffolder/v2/templating-extensions'],
    ['post', '/api/scaffolder/v2/dry-run'],
    ['post', '/api/scaffolder/v2/autocomplete/github/repositories'],
    ['get', '/api/scaffolder/.well-known/backstage/permissions/metadata'],
    ['get', '/api/permission/.backstage/actions/v1/actions'],
  ] as const)(
    'close %s %s to members as if it did not exist',
    async (method, path) => {
      const closed = await ada(method, path);
      const missing = await ada(method, '/api/scaffolder/nowhere');
      expect(closed.status).toBe(404);
      expect(closed.text).toBe(missing.text);
    },
  );

  it('close jobs of plugins to everybody but plugins', async () => {
    const path = '/api/auth/.backstage/scheduler/v1/tasks';
    expect((await ada('get', path)).status).toBe(404);
    expect((await olga('get', path)).status).toBe(404);
    expect((await request(server).get(path)).status).toBe(401);
    const triggered = await request(server).post(`${path}/any/trigger`);
    expect(triggered.status).toBe(401);
  });

  it('let staff pass', async () => {
    const { status } = await olga('get', '/api/scaffolder/v2/actions');
    expect(status).toBe(200);
  });

  describe('tasks', () => {
    let taskId: string;

    beforeAll(async () => {
      const { body, status } = await ada('post', '/api/scaffolder/v2/tasks', {
        templateRef: 'template:default/website',
        values: { canary: 'b7f3' },
      });
      if (status !== 201) {
        throw new Error(`No task was made: ${JSON.stringify(body)}`);
      }
      taskId = body.id;
    });

    it('are shown to who started them', async () => {
      const { body } = await ada('get', `/api/scaffolder/v2/tasks/${taskId}`);
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
          const answer = await hank(
            method,
            `/api/scaffolder/v2/tasks/${id}${path}`,
          );
          expect(answer.status).toBe(404);
          expect(answer.text).not.toContain('b7f3');
          answers.push(answer.body.error);
        }
        expect(new Set(answers.map(error => JSON.stringify(error))).size).toBe(
          1,
        );
      },
    );

    it('of others are decided on like unknown ones, one by one', async () => {
      const permission = {
        type: 'resource',
        name: 'scaffolder.task.read',
        attributes: { action: 'read' },
        resourceType: 'scaffolder-task',
      };
      const decide = async (
        person: typeof ada,
        refs: string[],
      ): Promise<string[]> => {
        const { body, status } = await person(
          'post',
          '/api/permission/authorize',
          {
            items: refs.map((resourceRef, index) => ({
              id: String(index),
              permission,
              resourceRef,
            })),
          },
        );
        expect(status).toBe(200);
        return body.items.map(({ result }: { result: string }) => result);
      };
      const unknownId = '0198d3c2-0000-4000-8000-000000000000';
      expect(await decide(ada, [taskId, unknownId, 'no-uuid'])).toEqual([
        'ALLOW',
        'DENY',
        'DENY',
      ]);
      expect(await decide(hank, [taskId, unknownId, 'no-uuid'])).toEqual([
        'DENY',
        'DENY',
        'DENY',
      ]);
    });

    it('of others are not listed', async () => {
      const { body } = await hank('get', '/api/scaffolder/v2/tasks');
      expect(body).toMatchObject({ tasks: [], totalTasks: 0 });
    });
  });

  describe('requests of a customer', () => {
    const ME = '/api/tenancy/me';
    const page = { 'sec-fetch-site': 'same-origin' };

    it('are told what is left', async () => {
      const { headers } = await ada('get', ME);
      expect(headers['ratelimit-policy']).toBe('"requests";q=100;w=60');
      expect(headers.ratelimit).toMatch(/^"requests";r=\d+;t=\d+$/);
    });

    it('are refused once its members have used its limit together', async () => {
      const quin = await signIn('quin@quick.example');
      const rita = await signIn('rita@quick.example');
      for (const ask of [quin, rita, quin, rita, quin]) {
        expect((await ask('get', ME)).status).toBe(200);
      }
      const refused = await rita('get', '/api/scaffolder/v2/tasks');
      expect(refused.status).toBe(429);
      expect(refused.headers.ratelimit).toMatch(/^"requests";r=0;t=\d+$/);
      const wait = Number(refused.headers['retry-after']);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
      expect(refused.body.error).toMatchObject({
        name: 'LimitReachedError',
        message: expect.stringMatching(/All 5 requests a minute.*Try again in/),
      });

      // Pages of the portal go on, on a larger budget, as do other customers.
      const { status, headers } = await rita('get', ME).set(page);
      expect(status).toBe(200);
      expect(headers['ratelimit-policy']).toBe('"pages";q=15;w=60');
      expect((await hank('get', ME)).status).toBe(200);
    });

    it('do not include those of staff and of nobody', async () => {
      const { headers } = await olga('get', ME);
      expect(headers.ratelimit).toBeUndefined();
      const nobody = await request(server).get(ME);
      expect(nobody.status).toBe(401);
      expect(nobody.headers.ratelimit).toBeUndefined();
    });
  });

  describe('signals', () => {
    /** Whether a WebSocket is opened. */
    const connects = async (token?: string, path = '/api/signals') => {
      const { port } = server.address() as AddressInfo;
      const socket = new WebSocket(
        `ws://127.0.0.1:${port}${path}`,
        token ? [token] : [],
      );
      return new Promise<boolean>(resolve => {
        socket.on('open', () => {
          socket.close();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
    };

    beforeAll(async () => {
      // The plugin begins to listen at the first attempt, which fails.
      await connects(tokens.get('ada@acme.example'));
    });

    it('are for those who are signed in', async () => {
      expect(await connects(tokens.get('ada@acme.example'))).toBe(true);
    });

    it.each([
      ['nobody', undefined],
      ['a token nobody gave', 'nonsense'],
    ])('are closed to %s', async (_who, token) => {
      expect(await connects(token)).toBe(false);
    });

    it('are at no other address that Backstage would take', async () => {
      expect(await connects(undefined, '/signals')).toBe(false);
      const token = tokens.get('ada@acme.example');
      expect(await connects(token, '/signals')).toBe(false);
    });

    it('keep no connection open that asks for another protocol', async () => {
      const answer = await sendRaw(
        'GET /api/signals HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
      );
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
    });
  });

  it('answer a fault to nobody who went away while they asked', async () => {
    const body = JSON.stringify({ items: [] });
    const before = logged.length;
    for (let count = 0; count < 20; count += 1) {
      await sendRaw(
        [
          'POST /api/permission/authorize HTTP/1.1',
          'Host: x',
          `Authorization: Bearer ${tokens.get('ada@acme.example')}`,
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
          '',
          body,
        ].join('\r\n'),
        { andLeave: true },
      );
    }
    expect((await ada('get', '/api/tenancy/me')).status).toBe(200);
    expect(logged.slice(before).filter(isFault)).toEqual([]);
  });

  it('let members use actions of the form only', async () => {
    const { body } = await ada('post', '/api/permission/authorize', {
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
