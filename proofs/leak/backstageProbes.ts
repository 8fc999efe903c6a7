import type { World } from '../seed/World.ts';
import { asker, type Place } from './asker.ts';
import { catalogProbes } from './catalogProbes.ts';
import type { Probe } from './Probe.ts';

/**
 * Questions to Backstage's own plugins that reach around an entity's own
 * route: filters, facets, cursors, relations, full text, tasks of others.
 */
export function backstageProbes(world: World): Probe[] {
  return [
    ...catalogProbes(world),
    ...searchProbes(world),
    ...scaffolderProbes(world),
    ...permissionProbes(world),
  ];
}

function searchProbes(world: World): Probe[] {
  const ask = asker(world);
  const query = '/api/search/query';
  return [
    ...ask('GET', query, 'by text', place => ({
      query: { term: world[place].siteName },
      sent: [world[place].siteName],
    })),
    ...world.searchTypes.flatMap(type => [
      ...ask('GET', query, `by text among ${type}`, place => ({
        query: { term: world[place].siteName, 'types[0]': type },
        sent: [world[place].siteName],
      })),
      ...ask('GET', query, `by a word in every title among ${type}`, place => ({
        query: { term: world[place].word, 'types[0]': type, pageLimit: '1' },
        sent: [world[place].word],
      })),
    ]),
    ...['kind', 'type', 'lifecycle', 'owner', 'name'].flatMap(field =>
      ask('GET', query, `by ${field}`, place => ({
        query: { term: '', [`filters[${field}]`]: world[place].siteName },
        sent: [world[place].siteName],
      })),
    ),
    ...ask('GET', query, 'by namespace', place => ({
      query: { term: '', 'filters[namespace]': world[place].customer },
      sent: [world[place].customer],
    })),
    ...ask('GET', query, 'everything', () => ({
      query: { term: '', pageLimit: '100' },
      sent: [],
    })),
    ...[1, 2, 3, 9].flatMap(page =>
      ask('GET', query, `page ${page + 1}`, () => ({
        query: {
          term: '',
          pageLimit: '5',
          pageCursor: Buffer.from(String(page)).toString('base64'),
        },
        sent: [],
      })).map(probe => ({ ...probe, group: undefined })),
    ),
  ].map(probe => ({ ...probe, unordered: true }));
}

function scaffolderProbes(world: World): Probe[] {
  const ask = asker(world);
  const userOf = (place: Place) =>
    `user:${world[place].customer}/${world[place].member}`;
  return [
    ...ask('GET', '/api/scaffolder/v2/tasks', 'all tasks', () => ({
      query: { limit: '100' },
      sent: [],
    })),
    ...ask('GET', '/api/scaffolder/v2/tasks', 'tasks of somebody', place => ({
      query: { createdBy: userOf(place) },
      sent: [userOf(place)],
    })),
    ...['created_at:asc', 'last_heartbeat_at:desc', 'id:asc'].flatMap(order =>
      ask('GET', '/api/scaffolder/v2/tasks', `tasks by ${order}`, place => ({
        query: { order, createdBy: userOf(place), limit: '1', offset: '0' },
        sent: [userOf(place)],
      })),
    ),
    ...ask(
      'POST',
      '/api/scaffolder/v2/tasks/:taskId/retry',
      'a retry',
      place => ({
        taskId: world[place].task,
        body: { secrets: {} },
        sent: [world[place].task],
      }),
    ),
    ...ask(
      'GET',
      '/api/scaffolder/v2/tasks/:taskId/events',
      'events',
      place => ({
        taskId: world[place].task,
        query: { after: '0' },
        sent: [world[place].task],
      }),
    ),
    // Such a task is started, under an id of its own, and fails by itself.
    ...ask(
      'POST',
      '/api/scaffolder/v2/tasks',
      'an order on behalf of',
      place => ({
        body: {
          templateRef: 'template:default/website',
          values: {
            customer: world[place].customer,
            name: 'probe',
            placement: world.placement,
            content: { kind: 'upload', contentId: world[place].content },
          },
        },
        sent: [world[place].customer, world[place].content],
      }),
    ).map(probe => ({ ...probe, group: undefined })),
    ...ask('POST', '/api/scaffolder/v2/tasks', 'an order for', place => ({
      body: {
        templateRef: `template:${world[place].customer}/${world[place].siteName}`,
        values: {},
      },
      sent: [world[place].customer, world[place].siteName],
    })),
  ];
}

/** Asks about everything that a permission can be about, by its ref. */
function permissionProbes(world: World): Probe[] {
  const ask = asker(world);
  const refOf: Record<string, (place: Place) => string> = {
    'catalog-entity': place =>
      `component:${world[place].customer}/${world[place].siteName}`,
    'scaffolder-task': place => world[place].task,
    site: place => `${world[place].customer}/${world[place].site}`,
    deployment: place => `${world[place].customer}/${world[place].deployment}`,
    member: place => `${world[place].customer}/${world[place].member}`,
  };
  return ask('POST', '/api/permission/authorize', 'may I', place => ({
    body: {
      items: world.permissions.map((permission, index) => ({
        id: `proof-${index}`,
        permission,
        resourceRef: (
          refOf[permission.resourceType] ?? (() => world[place].customer)
        )(place),
      })),
    },
    sent: [
      world[place].customer,
      world[place].site,
      world[place].siteName,
      world[place].task,
    ],
  }));
}
