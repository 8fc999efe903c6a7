import type { World } from '../seed/World.ts';
import { asker, type Place } from './asker.ts';
import type { Probe } from './Probe.ts';

/** Filters, facets, cursors, relations and full text of the catalog. */
export function catalogProbes(world: World): Probe[] {
  const ask = asker(world);
  const entities = '/api/catalog/entities';
  const byQuery = '/api/catalog/entities/by-query';
  const facets = '/api/catalog/entity-facets';
  const filters: Record<string, (place: Place) => [string, string]> = {
    'its namespace': place => ['metadata.namespace', world[place].customer],
    'its name': place => ['metadata.name', world[place].siteName],
    'its uid': place => ['metadata.uid', world[place].uid],
    'its owner': place => [
      'spec.owner',
      `group:${world[place].customer}/${world[place].customer}`,
    ],
    'a relation to it': place => [
      'relations.ownedBy',
      `group:${world[place].customer}/${world[place].customer}`,
    ],
    'its annotation': place => [
      'metadata.annotations.freehold.dev/site-id',
      world[place].site,
    ],
  };
  return Object.entries(filters)
    .flatMap(([title, filter]) => [
      ...ask('GET', entities, `filtered by ${title}`, place => ({
        query: { filter: filter(place).join('=') },
        sent: filter(place),
      })),
      ...ask('GET', byQuery, `filtered by ${title}`, place => ({
        query: { filter: filter(place).join('=') },
        sent: filter(place),
      })),
      ...ask('POST', byQuery, `filtered by ${title}`, place => ({
        body: { query: { [filter(place)[0]]: filter(place)[1] } },
        sent: filter(place),
      })),
      ...ask('GET', facets, `counted by ${title}`, place => ({
        query: {
          facet: filter(place)[0],
          filter: filter(place).join('='),
        },
        sent: filter(place),
      })),
      ...ask('POST', facets, `counted by ${title}`, place => ({
        body: {
          facets: [filter(place)[0]],
          query: { [filter(place)[0]]: filter(place)[1] },
        },
        sent: filter(place),
      })),
    ])
    .concat(
      catalogTextProbes(world),
      catalogRefProbes(world),
      catalogKeyProbes(world),
      catalogCursorProbes(world),
    );
}

function catalogTextProbes(world: World): Probe[] {
  const ask = asker(world);
  const byQuery = '/api/catalog/entities/by-query';
  return [
    ...ask('GET', byQuery, 'by full text', place => ({
      query: { fullTextFilterTerm: world[place].siteName },
      sent: [world[place].siteName],
    })),
    ...ask('GET', byQuery, 'by a word in every title', place => ({
      query: { fullTextFilterTerm: world[place].word },
      sent: [world[place].word],
    })),
    ...ask('GET', byQuery, 'everything, ordered', () => ({
      query: { orderField: 'metadata.name,desc', limit: '500' },
      sent: [],
    })),
    ...ask('GET', '/api/catalog/entities', 'everything', () => ({
      query: { limit: '500' },
      sent: [],
    })),
  ];
}

function catalogRefProbes(world: World): Probe[] {
  const ask = asker(world);
  const refsOf = (place: Place) => [
    `component:${world[place].customer}/${world[place].siteName}`,
    `group:${world[place].customer}/${world[place].customer}`,
    `user:${world[place].customer}/${world[place].member}`,
  ];
  const sent = (place: Place) => [
    world[place].customer,
    world[place].siteName,
    world[place].member,
  ];
  return [
    ...ask('POST', '/api/catalog/entities/by-refs', 'by refs', place => ({
      body: { entityRefs: refsOf(place) },
      sent: sent(place),
    })),
    ...ask('POST', '/api/catalog/refresh', 'a refresh', place => ({
      body: { entityRef: refsOf(place)[0] },
      sent: sent(place),
    })),
    ...ask('POST', '/api/catalog/locations', 'a registration', () => ({
      query: { dryRun: 'true' },
      body: { type: 'url', target: 'https://proof.example/catalog.yaml' },
      sent: [],
    })),
    ...ask('POST', '/api/catalog/validate-entity', 'a claim on it', place => ({
      body: {
        location: 'url:https://proof.example/catalog.yaml',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: world[place].siteName,
            namespace: world[place].customer,
          },
          spec: { type: 'website', lifecycle: 'x', owner: refsOf(place)[1] },
        },
      },
      sent: sent(place),
    })),
  ];
}

/**
 * Every key of an entity as a facet, as an order, as a condition and as a
 * field of full text: each could count, sort or find what is hidden.
 */
function catalogKeyProbes(world: World): Probe[] {
  const ask = asker(world);
  const byQuery = '/api/catalog/entities/by-query';
  const facets = '/api/catalog/entity-facets';
  const namespaceOf = (place: Place) =>
    `metadata.namespace=${world[place].customer}`;
  return world.catalogKeys.flatMap(key => [
    ...once(
      ask('GET', facets, `every ${key}`, () => ({
        query: { facet: key },
        sent: [],
      })),
    ),
    ...ask('GET', facets, `${key} there`, place => ({
      query: { facet: key, filter: namespaceOf(place) },
      sent: [world[place].customer],
    })),
    ...once(
      ask('POST', facets, `every ${key} by query`, () => ({
        body: { facets: [key], query: { [key]: { $exists: true } } },
        sent: [],
      })),
    ),
    ...once(
      ask('GET', byQuery, `who has ${key}, by it`, () => ({
        query: { filter: key, orderField: `${key},desc`, limit: '500' },
        sent: [],
      })),
    ),
    ...once(
      ask('POST', byQuery, `all, by ${key}`, () => ({
        body: { orderBy: [{ field: key, order: 'asc' }], limit: 500 },
        sent: [],
      })),
    ),
    ...ask('GET', byQuery, `full text of ${key}`, place => ({
      query: {
        fullTextFilterTerm: world[place].word,
        fullTextFilterFields: key,
      },
      sent: [world[place].word],
    })),
  ]);
}

/** Cursors hold the filter of their list: another's, and one's own changed. */
function catalogCursorProbes(world: World): Probe[] {
  const ask = asker(world);
  const byQuery = '/api/catalog/entities/by-query';
  const encode = (cursor: string) => Buffer.from(cursor).toString('base64');
  const cursors: Record<string, (place: Place) => string> = {
    "by a cursor of another's list": place => world[place].cursor,
    "by one's own cursor, changed": place =>
      world.own.cursor.replaceAll(world.own.customer, world[place].customer),
    'by a cursor without its filter': place => {
      const { filter: _, ...rest } = JSON.parse(world[place].cursor);
      return JSON.stringify(rest);
    },
  };
  return Object.entries(cursors).flatMap(([title, cursorOf]) => {
    // The cursor of the answer holds what the one sent held, in another order.
    const sent = (place: Place) => [
      encode(cursorOf(place)),
      world[place].customer,
      world[place].siteName,
      world[place].uid,
    ];
    return [
      ...ask('GET', byQuery, title, place => ({
        query: { cursor: encode(cursorOf(place)) },
        sent: sent(place),
      })),
      ...ask('POST', byQuery, title, place => ({
        body: { cursor: encode(cursorOf(place)) },
        sent: sent(place),
      })),
    ];
  });
}

/** Of a question that names nothing, one is as good as two. */
function once([probe]: Probe[]): Probe[] {
  return [{ ...probe, group: undefined }];
}
