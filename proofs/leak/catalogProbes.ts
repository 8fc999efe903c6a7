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
    .concat(catalogTextProbes(world), catalogRefProbes(world));
}

function catalogTextProbes(world: World): Probe[] {
  const ask = asker(world);
  const byQuery = '/api/catalog/entities/by-query';
  const facet = (name: string) =>
    ask('GET', '/api/catalog/entity-facets', `all ${name}`, () => ({
      query: { facet: name },
      sent: [],
    }));
  const cursorOf = (place: Place) =>
    Buffer.from(
      world.cursor.replaceAll(world.own.customer, world[place].customer),
    ).toString('base64');
  return [
    ...[
      'metadata.namespace',
      'metadata.name',
      'metadata.title',
      'spec.owner',
      'spec.profile.email',
      'relations.ownedBy',
      'relations.hasMember',
      'relations.memberOf',
    ].flatMap(facet),
    ...ask('GET', byQuery, 'by full text', place => ({
      query: { fullTextFilterTerm: world[place].siteName },
      sent: [world[place].siteName],
    })),
    ...ask('GET', byQuery, "by one's own cursor, changed", place => ({
      query: { cursor: cursorOf(place) },
      sent: [cursorOf(place), world[place].customer],
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
