import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import { SITES_CHANGED_TOPIC } from '@freehold/plugin-sites-node';
import { TENANCY_CHANGED_TOPIC } from '@freehold/plugin-tenancy-node';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import { createPortalDouble } from './__testUtils__/createPortalDouble';
import { customer, person, site } from './__testUtils__/examples';
import { catalogModuleTenancy } from './module';

jest.setTimeout(120_000);

describe('the catalog', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let stop: () => Promise<void> = async () => {};

  afterEach(() => stop());

  async function startCatalog(options: { down?: string[] } = {}) {
    const knex = await databases.init('POSTGRES_18');
    const { truth, plugins } = createPortalDouble();
    truth.customers.push(
      customer('acme', 'Acme Bikes'),
      customer('birch', 'Birch Bakery'),
    );
    truth.people.push(
      person('default', 'olga', 'operator'),
      person('acme', 'ann'),
      person('birch', 'bea'),
    );
    truth.sites.push(site('acme', 'shop'), site('birch', 'shop'));
    options.down?.forEach(plugin => truth.down.add(plugin));
    const other = createOtherProvider();
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleTenancy,
        other.module,
        ...plugins,
        mockServices.database.factory({ knex }),
        mockServices.permissions.factory(),
        schedulerServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            organization: { name: 'Freehold Hosting' },
            catalog: { processingInterval: { seconds: 30 } },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    const read = async (): Promise<Entity[]> => {
      const reply = await request(backend.server)
        .get('/api/catalog/entities')
        .set('authorization', mockCredentials.service.header());
      return reply.body;
    };
    const readRefs = async () =>
      (await read())
        .map(
          ({ kind, metadata }) =>
            `${kind.toLocaleLowerCase('en-US')}:${metadata.namespace}/${metadata.name}`,
        )
        .sort();
    return { truth, read, readRefs, ...other };
  }

  /** Waits for a value that comes some time after its cause. */
  async function eventually<Value>(
    read: () => Promise<Value>,
    check: (value: Value) => void,
  ): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const value = await read();
      try {
        check(value);
        return;
      } catch (error) {
        if (tries >= 100) {
          throw error;
        }
        await setTimeout(100);
      }
    }
  }

  const ALL = [
    'component:acme/shop',
    'component:birch/shop',
    'group:acme/acme',
    'group:birch/birch',
    'group:default/staff',
    'user:acme/ann',
    'user:birch/bea',
    'user:default/olga',
  ];

  it('holds customers, people and sites after a start, each in its namespace', async () => {
    const { read, readRefs } = await startCatalog();
    await eventually(readRefs, refs => expect(refs).toEqual(ALL));
    const entities = await read();
    const shop = entities.find(
      ({ kind, metadata }) =>
        kind === 'Component' && metadata.namespace === 'acme',
    );
    expect(shop).toMatchObject({
      metadata: {
        title: 'The shop',
        annotations: { 'freehold.dev/site-id': 'site_acme_shop' },
        links: [{ url: 'http://shop.acme.localhost:7007' }],
      },
      spec: { type: 'website', lifecycle: 'live', owner: 'group:acme/acme' },
    });
    for (const { metadata, relations = [] } of entities) {
      for (const { targetRef } of relations) {
        expect(targetRef).toContain(`:${metadata.namespace}/`);
      }
    }
  });

  it('follows the events of customers, members and sites, long before it compares everything', async () => {
    const { truth, readRefs, publish } = await startCatalog();
    await eventually(readRefs, refs => expect(refs).toEqual(ALL));

    truth.customers.push(customer('cedar'));
    truth.people.push(person('cedar', 'cat'));
    truth.sites.push(site('cedar', 'blog'));
    truth.people.splice(1, 1);
    truth.sites[0] = site('acme', 'shop', { state: 'deleted' });
    await publish(TENANCY_CHANGED_TOPIC, { tenant: 'cedar' });
    await publish(TENANCY_CHANGED_TOPIC, { tenant: 'cedar', member: 'cat' });
    await publish(TENANCY_CHANGED_TOPIC, { tenant: 'acme', member: 'ann' });
    await publish(SITES_CHANGED_TOPIC, {
      tenant: 'cedar',
      siteId: 'site_cedar_blog',
    });
    await publish(SITES_CHANGED_TOPIC, {
      tenant: 'acme',
      siteId: 'site_acme_shop',
    });
    await eventually(readRefs, refs =>
      expect(refs).toEqual(
        [
          ...ALL.filter(
            ref => !['user:acme/ann', 'component:acme/shop'].includes(ref),
          ),
          'component:cedar/blog',
          'group:cedar/cedar',
          'user:cedar/cat',
        ].sort(),
      ),
    );
  });

  it('keeps a site that took the name of a deleted one', async () => {
    const { truth, read, readRefs, publish } = await startCatalog();
    await eventually(readRefs, refs => expect(refs).toEqual(ALL));
    truth.sites[0] = site('acme', 'shop', { state: 'deleted' });
    truth.sites.push(site('acme', 'shop', { siteId: 'site_second' }));
    await publish(SITES_CHANGED_TOPIC, {
      tenant: 'acme',
      siteId: 'site_second',
    });
    await publish(SITES_CHANGED_TOPIC, {
      tenant: 'acme',
      siteId: 'site_acme_shop',
    });
    await eventually(read, entities =>
      expect(
        entities.map(
          ({ metadata }) => metadata.annotations?.['freehold.dev/site-id'],
        ),
      ).toContain('site_second'),
    );
    expect(await readRefs()).toEqual(ALL);
  });

  it('fills itself once the portal answers, when it does not at first', async () => {
    const { truth, readRefs } = await startCatalog({ down: ['sites'] });
    await eventually(
      async () => truth.requests.filter(url => url.startsWith('sites')).length,
      requests => expect(requests).toBeGreaterThan(1),
    );
    expect(await readRefs()).toEqual([]);
    truth.down.clear();
    await eventually(readRefs, refs => expect(refs).toEqual(ALL));
  });

  it('keeps what it has while the portal does not answer, and catches up', async () => {
    const { truth, readRefs, publish } = await startCatalog();
    await eventually(readRefs, refs => expect(refs).toEqual(ALL));
    truth.down.add('tenancy');
    truth.people.splice(1, 1);
    const asked = truth.requests.length;
    await publish(TENANCY_CHANGED_TOPIC, { tenant: 'acme', member: 'ann' });
    await eventually(
      async () => truth.requests.length,
      requests => expect(requests).toBeGreaterThan(asked),
    );
    await setTimeout(1_500);
    expect(await readRefs()).toEqual(ALL);
    truth.down.clear();
    await eventually(readRefs, refs =>
      expect(refs).toEqual(ALL.filter(ref => ref !== 'user:acme/ann')),
    );
  });

  it('refuses what others put into the namespace of a customer', async () => {
    const { readRefs, provide } = await startCatalog();
    await provide(component('acme', 'intruder'));
    await provide(component('default', 'tool'));
    await eventually(readRefs, refs =>
      expect(refs).toEqual([...ALL, 'component:default/tool'].sort()),
    );
  });

  it('refuses relations into another namespace', async () => {
    const { read, readRefs, provide } = await startCatalog();
    await provide(
      component('default', 'spy', { dependsOn: ['component:acme/shop'] }),
    );
    await provide(component('default', 'tool'));
    await eventually(readRefs, refs =>
      expect(refs).toEqual([...ALL, 'component:default/tool'].sort()),
    );
    expect(JSON.stringify(await read())).not.toContain('spy');
  });
});

function component(namespace: string, name: string, spec: object = {}): Entity {
  const location = 'url:https://example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace,
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: { type: 'library', lifecycle: 'live', owner: 'staff', ...spec },
  };
}

/** Another source of entities, and the events that the portal's plugins send. */
function createOtherProvider() {
  let connection: EntityProviderConnection;
  let events: EventsService;
  const module: BackendFeature = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'other',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogProcessingExtensionPoint,
          eventsService: eventsServiceRef,
        },
        async init({ catalog, eventsService }) {
          events = eventsService;
          catalog.addEntityProvider({
            getProviderName: () => 'other',
            connect: async given => {
              connection = given;
            },
          });
        },
      });
    },
  });
  return {
    module,
    provide: (entity: Entity) =>
      connection.applyMutation({
        type: 'delta',
        added: [{ entity, locationKey: 'other' }],
        removed: [],
      }),
    publish: (topic: string, eventPayload: object) =>
      events.publish({ topic, eventPayload }),
  };
}
