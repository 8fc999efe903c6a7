import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createEnvelopeCipher,
  Outbox,
  outboxServiceRef,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import { createTenantPermissions } from '@freehold/plugin-tenancy-node/testUtils';
import { SITE_ID_ANNOTATION } from '@freehold/plugin-sites-common';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { costsPlugin } from '../plugin';

/** The customers of tests, and the ids of their sites. */
const SITES: Record<string, string[]> = {
  acme: ['site_acme_shop', 'site_acme_blog'],
  birch: ['site_birch_shop'],
};

/** Names of customers and sites. */
const CATALOG = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'acme', name: 'acme', title: 'Acme Bikes' },
    spec: { type: 'customer', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'acme',
      name: 'shop',
      title: 'The bike shop',
      annotations: { [SITE_ID_ANNOTATION]: 'site_acme_shop' },
    },
    spec: { type: 'website', lifecycle: 'production', owner: 'acme' },
  },
];

const sitesDouble = createBackendPlugin({
  pluginId: 'sites',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use((_req, res) => {
          res.json({ customers: SITES });
        });
      },
    });
  },
});

/**
 * The costs plugin as the portal has it, on a real database and real HTTP, with
 * its worker. Permission decisions are of the shape the portal's policy makes.
 */
export async function startCostsBackend(
  knex: Knex,
  settings: {
    demo?: { file: string };
    dataDirectory?: string;
    collect?: JsonObject[];
  } = {},
) {
  const config = mockServices.rootConfig({
    data: {
      backend: { baseUrl: 'http://localhost:0', listen: { port: 0 } },
      costs: {
        dataDirectory: settings.dataDirectory ?? createMockDirectory().path,
        ...(settings.demo && { demo: settings.demo }),
        ...(settings.collect && { collect: settings.collect }),
      },
      tenancy: {
        encryption: {
          keys: [{ id: 'test', key: Buffer.alloc(32).toString('base64') }],
        },
      },
    },
  });
  const scheduler = mockServices.scheduler();
  const outbox = Outbox.create(createEnvelopeCipher(config));
  const backend = await startTestBackend({
    features: [
      costsPlugin,
      catalogServiceMock.factory({ entities: CATALOG }),
      sitesDouble,
      createTenantPermissions('costs'),
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => config,
      }),
      mockServices.rootLogger.factory({ level: 'error' }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: tenantDirectoryServiceRef,
        deps: {},
        factory: () =>
          ({ listCustomerSlugs: async () => Object.keys(SITES) }) as any,
      }),
      createServiceFactory({
        service: outboxServiceRef,
        deps: {},
        factory: () => outbox,
      }),
    ],
  });
  const as = (user: string) =>
    request
      .agent(backend.server)
      .set('authorization', mockCredentials.user.header(`user:${user}`));
  return {
    as,
    stop: () => backend.stop(),
    /** Has scheduled tasks run now, those whose ids begin so. */
    runTasks: async (prefix: string) => {
      for (const { id } of await scheduler.getScheduledTasks()) {
        if (id.startsWith(prefix)) {
          await scheduler.triggerTask(id);
        }
      }
    },
    asNobody: () =>
      request.agent(backend.server).set('authorization', 'Bearer nonsense'),
    database: await TenantDatabase.create({ getClient: async () => knex }),
    /** Brings a file in as finance does, and waits until it is over. */
    bringIn: (content: string | Buffer, options: BringInOptions = {}) =>
      bringIn(as('default/frank'), content, options),
    /** Brings corrected rows of an import in, and waits until it is over. */
    correct: (importId: string, content: string) =>
      send(
        as('default/frank'),
        `/api/costs/imports/${importId}/corrections`,
        content,
        { fileName: 'corrected.csv' },
      ),
  };
}

export type CostsBackend = Awaited<ReturnType<typeof startCostsBackend>>;

interface BringInOptions {
  source?: string;
  fileName?: string;
  mode?: 'replace' | 'add';
  encoding?: string;
  defaults?: Record<string, string>;
}

async function bringIn(
  finance: ReturnType<typeof request.agent>,
  content: string | Buffer,
  options: BringInOptions,
) {
  const { defaults, source = 'aws', ...query } = options;
  const { body: known } = await finance.get('/api/costs/sources').expect(200);
  let found = known.items.find((it: any) => it.name === source);
  if (!found) {
    ({ body: found } = await finance
      .post('/api/costs/sources')
      .send({ name: source, ...(defaults && { defaults }) })
      .expect(201));
  }
  return send(
    finance,
    `/api/costs/sources/${found.sourceId}/imports`,
    content,
    { fileName: 'export.csv', ...query },
  );
}

async function send(
  finance: ReturnType<typeof request.agent>,
  path: string,
  content: string | Buffer,
  query: object,
) {
  const { body: queued } = await finance
    .post(path)
    .query(query)
    .type('application/octet-stream')
    .send(content)
    .expect(202);
  for (;;) {
    const { body } = await finance
      .get(`/api/costs/imports/${queued.importId}`)
      .expect(200);
    if (body.state === 'succeeded' || body.state === 'failed') {
      return body;
    }
    await sleep(50);
  }
}
