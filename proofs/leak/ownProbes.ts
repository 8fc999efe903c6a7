import { type Operation, sample } from '../http/openapi.ts';
import type { MountedRoute } from '../portal/expressRoutes.ts';
import type { World } from '../seed/World.ts';
import { fillPath, groupOf } from './paths.ts';
import type { Probe } from './Probe.ts';

/**
 * Probes of one route: its path filled in every way, with a body its document
 * accepts, so that the call gets as far as the permission check.
 *
 * Calls that would change the onlooker's own objects are left out: they prove
 * nothing about others.
 */
export function routeProbes(
  route: MountedRoute,
  world: World,
  operation?: Operation,
): Probe[] {
  const methods = route.method === 'ALL' ? ['GET', 'POST'] : [route.method];
  return methods.flatMap(method =>
    fillPath(route.path, world).flatMap(({ path, places, sent }) => {
      const group = groupOf(places);
      if (!group && places.length > 0 && method !== 'GET') {
        return [];
      }
      return [
        {
          route: `${route.method} ${route.path}`,
          title: `${method} ${places.join(', ') || 'as it is'}`,
          group: group && `${method} ${group}`,
          sent,
          call: {
            method,
            path: path + requiredQuery(world, operation),
            patienceMs: 1500,
            body: backstageBodies[path],
            ...(operation && contentOf(operation)),
          },
        },
      ];
    }),
  );
}

/** Bodies without which Backstage's routes refuse before they look at anything. */
const backstageBodies: Record<string, unknown> = {
  '/api/user-settings/multiget': { items: [{ bucket: 'proof', key: 'note' }] },
  '/api/permission/authorize': { items: [] },
};

/** What a call has to ask for to be looked at by more than the validator. */
function requiredQuery(world: World, operation?: Operation): string {
  const required = operation?.parameters.filter(
    parameter => parameter.in === 'query' && parameter.required,
  );
  if (!required?.length) {
    return '';
  }
  const { period } = world.charge;
  const values = {
    ...validValues,
    // Each event is a line by itself, so that judges can tell them apart.
    format: 'jsonl',
    from: period,
    to: monthAfter(period),
    comparedFrom: '2026-01-01',
    comparedTo: period,
    period,
  };
  const query = new URLSearchParams(
    required.map(({ name, schema }) => {
      const known = (values as Record<string, unknown>)[name];
      // One name can stand for other things in other operations.
      const isTaken = !schema.enum || schema.enum.includes(known);
      return [name, String(sample(schema, isTaken ? values : {}, name))];
    }),
  );
  return `?${query}`;
}

function contentOf(operation: Operation) {
  if (operation.binary) {
    return {
      headers: { 'content-type': operation.binary[0] },
      body: Buffer.from('no archive'),
    };
  }
  const headers = Object.fromEntries(
    operation.parameters
      .filter(parameter => parameter.in === 'header')
      .map(({ name, schema }) => [name, String(sample(schema))]),
  );
  return {
    headers,
    body: operation.body && sample(operation.body, validValues),
  };
}

/** Where a pattern says more than a sample of its type knows. */
const validValues = {
  code: '123456',
  slug: 'proof-customer',
  email: 'proof@proof.example',
  contactEmail: 'proof@proof.example',
  amount: '12.50',
  validFrom: '2099-01-01',
  period: '2026-01-01',
  currency: 'EUR',
  total: '12.50',
  parameters: { by: 'site' },
  groupBy: 'resource_id',
};

/** Query parameters and body fields that can name another customer's objects. */
export function ownQueryProbes(world: World): Probe[] {
  const places = ['foreign', 'unknown'] as const;
  const probes: Probe[] = [];
  const add = (
    method: string,
    path: string,
    title: string,
    ask: (place: (typeof places)[number]) => {
      query?: string;
      body?: unknown;
      headers?: Record<string, string>;
      sent: string[];
    },
  ) => {
    for (const place of places) {
      const { query = '', body, headers, sent } = ask(place);
      probes.push({
        route: `${method} ${path}`,
        title: `${title}: ${place}`,
        group: title,
        sent,
        call: { method, path: path + query, body, headers },
      });
    }
  };

  const sites = '/api/sites/sites';
  const deployments = '/api/sites/deployments';
  for (const path of [sites, deployments, '/api/sites/dead-letters']) {
    add('GET', path, 'by customer', place => ({
      query: `?customer=${world[place].customer}`,
      sent: [world[place].customer],
    }));
  }
  add('GET', deployments, 'by site', place => ({
    query: `?site=${world[place].site}`,
    sent: [world[place].site],
  }));
  add('GET', sites, 'by search', place => ({
    query: `?search=${world[place].siteName}`,
    sent: [world[place].siteName],
  }));
  const costs = `?from=${world.charge.period}&to=${monthAfter(world.charge.period)}`;
  const compared = '&comparedFrom=2026-01-01&comparedTo=2026-02-01';
  for (const [path, query] of [
    ['/api/costs/summary', '?metric=billed'],
    ['/api/costs/query', `${costs}&groupBy=service_name`],
    ['/api/costs/query', `${costs}&groupBy=resource_id`],
    ['/api/costs/comparison', `${costs}${compared}&groupBy=resource_id`],
    ['/api/costs/changes', costs + compared],
    ['/api/costs/resources', costs + compared],
    ...['breakdown', 'trend'].map(content => [
      '/api/costs/report',
      `${costs}&format=csv&content=${content}&groupBy=resource_id&stack=service_name`,
    ]),
    ['/api/costs/charges', costs],
    ['/api/costs/charges/export', costs],
    ['/api/costs/query', `${costs}&groupBy=tag:note`],
    ...tagQueries(world.charge.period),
  ]) {
    add('GET', path, `${query} by customer`, place => ({
      query: `${query}&customer=${world[place].customer}`,
      sent: [world[place].customer],
    }));
    if (query.startsWith(costs)) {
      add('GET', path, `${query} by filter`, place => ({
        query: `${query}&filter=site:${world[place].site}`,
        sent: [world[place].site],
      }));
    }
    probes.push({
      route: `GET ${path}`,
      title: `${query}: all there is`,
      sent: [],
      call: { method: 'GET', path: path + query },
    });
  }
  add('PUT', '/api/costs/default-view', 'to begin with', place => ({
    body: { view: world[place].view },
    sent: [world[place].view],
  }));
  const logSearch = '/api/sites/log-search';
  for (const place of places) {
    const { customer, site, siteName, deployment } = world[place];
    for (const [title, query, sent] of [
      ['what its log says', `text=${siteName}`, siteName],
      ['by customer', `text=terraform&customer=${customer}`, customer],
      ['by site', `text=terraform&site=${site}`, site],
      ['before', `text=terraform&before=${deployment}`, deployment],
    ]) {
      probes.push({
        route: `GET ${logSearch}`,
        title: `logs, ${title}: ${place}`,
        group: `logs, ${title}`,
        sent: [sent],
        call: { method: 'GET', path: `${logSearch}?${query}` },
      });
    }
  }
  const { cloud, size } = world.placement;
  const price = `/api/sites/customers/${world.own.customer}/price`;
  add('GET', price, 'the price of changing a site', place => ({
    query: `?cloud=${cloud}&size=${size}&site=${world[place].site}`,
    sent: [world[place].site],
  }));
  const members = `/api/tenancy/customers/${world.own.customer}/members`;
  add('GET', members, 'by search', place => ({
    query: `?search=${world[place].member}`,
    sent: [world[place].member],
  }));
  const names = `/api/sites/customers/${world.own.customer}/site-names`;
  for (const place of places) {
    const name = world[place].siteName;
    probes.push({
      route: 'GET /api/sites/customers/:customer/site-names/:name',
      title: `a name taken elsewhere: ${place}`,
      group: 'a name taken elsewhere',
      sent: [name],
      call: { method: 'GET', path: `${names}/${name}` },
    });
  }
  add(
    'POST',
    `/api/sites/customers/${world.own.customer}/sites`,
    'an order with content of',
    place => ({
      headers: { 'idempotency-key': `probe-${place}` },
      body: {
        name: 'probe',
        ...world.placement,
        content: { kind: 'upload', contentId: world[place].content },
      },
      sent: [world[place].content],
    }),
  );
  add(
    'PATCH',
    `/api/sites/customers/${world.own.customer}/sites/${world.own.site}`,
    'a change to content of',
    place => ({
      body: { content: { kind: 'upload', contentId: world[place].content } },
      sent: [world[place].content],
    }),
  );
  return probes;
}

/** First day of the month after. */
function monthAfter(firstDay: string): string {
  const date = new Date(`${firstDay}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

function tagQueries(period: string): [string, string][] {
  const range = `?to=${monthAfter(period)}&from=${period}`;
  const month = `?period=${period}`;
  return [
    ['/api/costs/tag-keys', range],
    ['/api/costs/tag-compliance', range],
    ['/api/costs/tag-compliance/customers', month],
    ['/api/costs/tag-fixes', month],
    ['/api/costs/tag-fixes/export', month],
  ];
}
