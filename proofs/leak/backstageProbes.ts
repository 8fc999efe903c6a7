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
    ...ask('GET', query, 'by text and type', place => ({
      query: { term: world[place].siteName, 'types[0]': 'software-catalog' },
      sent: [world[place].siteName],
    })),
    ...ask('GET', query, 'by namespace', place => ({
      query: { term: '', 'filters[namespace]': world[place].customer },
      sent: [world[place].customer],
    })),
    ...ask('GET', query, 'everything', () => ({
      query: { term: '', pageLimit: '100' },
      sent: [],
    })),
    ...ask('GET', query, 'the second page', () => ({
      query: { term: '', pageCursor: Buffer.from('1').toString('base64') },
      sent: [],
    })),
  ];
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
    ...ask('POST', '/api/scaffolder/v2/tasks', 'an order for', place => ({
      body: {
        templateRef: `template:${world[place].customer}/${world[place].siteName}`,
        values: {},
      },
      sent: [world[place].customer, world[place].siteName],
    })),
  ];
}

function permissionProbes(world: World): Probe[] {
  const ask = asker(world);
  return ask('POST', '/api/permission/authorize', 'may I read it', place => ({
    body: {
      items: [
        {
          id: 'proof',
          permission: {
            type: 'resource',
            name: 'sites.site.read',
            attributes: { action: 'read' },
            resourceType: 'site',
          },
          resourceRef: `${world[place].customer}/${world[place].site}`,
        },
        {
          id: 'proof-entity',
          permission: {
            type: 'resource',
            name: 'catalog.entity.read',
            attributes: { action: 'read' },
            resourceType: 'catalog-entity',
          },
          resourceRef: `component:${world[place].customer}/${world[place].siteName}`,
        },
      ],
    },
    sent: [world[place].customer, world[place].site, world[place].siteName],
  }));
}
