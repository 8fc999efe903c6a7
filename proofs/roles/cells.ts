import type { Answer, Call } from '../http/request.ts';
import type { World } from '../seed/World.ts';

/** Everything a cell may need beside the world. */
export interface RolesWorld extends World {
  /** Of the onlooker's customer, deleted. */
  deletedSite: string;
  /** By role, an order that somebody in it sent and that is over. */
  orders: Record<string, string>;
}

/** One real request of an action, which no role's answer makes differ for the next. */
export interface Cell {
  call(world: RolesWorld, role: string): Call;
  /** Puts back what an allowed call did for its caller. */
  after?: Call;
  /** Whether the answer says that the caller may; by its status otherwise. */
  isAllowed?(answer: Answer): boolean;
}

const tenancy = (world: World) =>
  `/api/tenancy/customers/${world.own.customer}`;
const sites = (world: World) => `/api/sites/customers/${world.own.customer}`;

function request(
  method: string,
  path: (world: RolesWorld) => string,
  body?: (world: RolesWorld) => unknown,
): Cell {
  return {
    call: world => ({ method, path: path(world), body: body?.(world) }),
  };
}

/** For permissions that no route of today's portal asks about by itself. */
function asked(permission: object, resourceRef?: string): Cell {
  return {
    call: () => ({
      method: 'POST',
      path: '/api/permission/authorize',
      body: { items: [{ id: 'cell', permission, resourceRef }] },
    }),
    isAllowed: ({ body }) => JSON.parse(body).items[0].result !== 'DENY',
  };
}

const basic = (name: string) => asked({ type: 'basic', name, attributes: {} });

/** The order of one's own; of somebody else's for those who cannot send one. */
function orderOf(role: string, world: RolesWorld): string {
  return `/api/scaffolder/v2/tasks/${world.orders[role] ?? world.own.task}`;
}

/**
 * By action, a request of each row of the table. Those that change something
 * are made so that who may gets a conflict: 409 and 400 come after permission.
 */
export const cells: Record<string, Cell> = {
  'tenancy.customer.list': request('GET', () => '/api/tenancy/customers'),
  'tenancy.customer.create': request(
    'POST',
    () => '/api/tenancy/customers',
    world => ({
      slug: world.own.customer,
      name: 'Taken',
      tier: 'standard',
      owner: { email: 'taken@taken.example', displayName: 'Taken' },
    }),
  ),
  'tenancy.customer.read': request('GET', tenancy),
  'tenancy.customer.configure': request(
    'PATCH',
    world => `${tenancy(world)}/settings`,
    () => ({ contactEmail: 'desk@ash.example' }),
  ),
  'tenancy.customer.update': request('PATCH', tenancy, () => ({
    tier: 'premium',
  })),
  'tenancy.customer.suspend': request(
    'POST',
    world => `${tenancy(world)}/resume`,
  ),
  'tenancy.customer.deactivate': request(
    'POST',
    world => `${tenancy(world)}/reactivate`,
  ),
  'tenancy.viewing.start': {
    ...request(
      'POST',
      world => `${tenancy(world)}/viewings`,
      () => ({ reason: 'The proof of roles' }),
    ),
    after: { method: 'POST', path: '/api/tenancy/viewing/stop' },
  },
  'tenancy.viewing.read': request('GET', world => `${tenancy(world)}/viewings`),
  'tenancy.audit.read': request('GET', () => '/api/tenancy/audit-events'),
  'tenancy.member.read': request('GET', world => `${tenancy(world)}/members`),
  'tenancy.member.manage': request(
    'POST',
    world => `${tenancy(world)}/members`,
    () => ({
      email: 'viewer@ash.example',
      displayName: 'There already',
      role: 'viewer',
    }),
  ),
  'tenancy.ownership.hand-over': request(
    'POST',
    world => `${tenancy(world)}/ownership`,
    () => ({ to: 'ash-owner' }),
  ),
  'tenancy.mail.read': request('GET', () => '/api/tenancy/mails'),
  'tenancy.mail.send': basic('tenancy.mail.send'),
  'sites.site.read': request(
    'GET',
    world => `${sites(world)}/sites/${world.own.site}`,
  ),
  'sites.site.order': {
    call: (world, role) => ({
      method: 'POST',
      path: `${sites(world)}/sites`,
      headers: { 'idempotency-key': `roles-as-${role}` },
      body: {
        name: world.own.siteName,
        ...world.placement,
        content: { kind: 'starter' },
      },
    }),
  },
  'sites.site.update': request(
    'PATCH',
    world => `${sites(world)}/sites/${world.deletedSite}`,
    () => ({ title: 'Too late' }),
  ),
  'sites.site.delete': request(
    'DELETE',
    world => `${sites(world)}/sites/${world.deletedSite}`,
  ),
  'sites.site.suspend': request(
    'POST',
    world => `${sites(world)}/sites/${world.deletedSite}/resume`,
  ),
  'sites.deployment.control': request(
    'POST',
    world => `${sites(world)}/deployments/${world.own.deployment}/cancel`,
  ),
  'sites.deployment.approve': request(
    'POST',
    world => `${sites(world)}/deployments/${world.own.deployment}/approve`,
    () => ({ planHash: 'a'.repeat(64) }),
  ),
  'sites.drift.accept': request(
    'POST',
    world => `${sites(world)}/sites/${world.own.site}/drift/accept`,
    () => ({ planHash: 'a'.repeat(64) }),
  ),
  'sites.dead-letter.read': request('GET', () => '/api/sites/dead-letters'),
  'sites.deployment.rescue': request(
    'POST',
    world => `${sites(world)}/deployments/${world.own.deployment}/force-cancel`,
    () => ({ reason: 'Tried' }),
  ),
  'sites.state.read': request(
    'GET',
    world => `${sites(world)}/sites/${world.own.site}/states`,
  ),
  'sites.state.change': request(
    'POST',
    world => `${sites(world)}/sites/${world.own.site}/state-lock/release`,
    () => ({ lockId: 'nobody-holds-it', reason: 'Tried' }),
  ),
  'sites.credential.manage': request(
    'GET',
    world => `${sites(world)}/cloud-credentials`,
  ),
  'costs.costs.read': request('GET', () => '/api/costs/summary'),
  'costs.view.save': request(
    'PUT',
    () => '/api/costs/default-view',
    () => ({ view: null }),
  ),
  'costs.import.read': request('GET', () => '/api/costs/imports'),
  'costs.import.create': basic('costs.import.create'),
  'costs.markup.read': request('GET', () => '/api/costs/markups'),
  'costs.markup.set': basic('costs.markup.set'),
  'costs.tag-policy.read': request('GET', () => '/api/costs/tag-policy'),
  'costs.tag-policy.update': basic('costs.tag-policy.update'),
  'costs.allocation.read': request(
    'GET',
    () => '/api/costs/allocation/rule-sets',
  ),
  'costs.allocation.change': basic('costs.allocation.change'),
  'sites.price-book.read': request('GET', () => '/api/sites/price-books'),
  'sites.price-book.edit': basic('sites.price-book.edit'),
  'sites.monthly-limit.set': request(
    'PUT',
    world => `${sites(world)}/monthly-limit`,
    () => ({ amount: '1000000.00', reason: 'Tried by the proof of roles' }),
  ),
  'scaffolder.template.parameter.read': request(
    'GET',
    () =>
      '/api/scaffolder/v2/templates/default/template/website/parameter-schema',
  ),
  'scaffolder.template.step.read': asked(
    {
      type: 'resource',
      name: 'scaffolder.template.step.read',
      resourceType: 'scaffolder-template',
      attributes: { action: 'read' },
    },
    'template:default/website',
  ),
  'scaffolder.task.create': request(
    'POST',
    () => '/api/scaffolder/v2/tasks',
    () => ({ templateRef: 'template:default/website', values: {} }),
  ),
  'scaffolder.task.read': request('GET', () => '/api/scaffolder/v2/tasks'),
  'scaffolder.task.cancel': {
    call: (world, role) => ({
      method: 'POST',
      path: `${orderOf(role, world)}/cancel`,
    }),
  },
  // Whose order is completed has run the ordering step.
  'scaffolder.action.execute': {
    call: (world, role) => ({ method: 'GET', path: orderOf(role, world) }),
    isAllowed: ({ body }) => JSON.parse(body).status === 'completed',
  },
  'scaffolder.template.dry-run': request(
    'POST',
    () => '/api/scaffolder/v2/dry-run',
    () => ({
      template: {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'proof' },
        spec: { type: 'proof', steps: [] },
      },
      values: {},
      directoryContents: [],
    }),
  ),
  'scaffolder.template.management': basic('scaffolder.template.management'),
  'catalog.entity.read': request(
    'GET',
    world =>
      `/api/catalog/entities/by-name/component/${world.own.customer}/${world.own.siteName}`,
  ),
  'catalog.entity.refresh': request(
    'POST',
    () => '/api/catalog/refresh',
    world => ({
      entityRef: `component:${world.own.customer}/${world.own.siteName}`,
    }),
  ),
  'catalog.entity.create': basic('catalog.entity.create'),
  'catalog.entity.delete': request(
    'DELETE',
    world => `/api/catalog/entities/by-uid/${world.own.uid}`,
  ),
  'catalog.entity.validate': request(
    'POST',
    () => '/api/catalog/validate-entity',
    () => ({
      location: 'url:https://proof.example/entity.yaml',
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'proof' },
        spec: { type: 'website', lifecycle: 'production', owner: 'x' },
      },
    }),
  ),
  'catalog.location.read': basic('catalog.location.read'),
  'catalog.location.create': request(
    'POST',
    () => '/api/catalog/locations',
    () => ({ type: 'url', target: 'https://proof.example/entity.yaml' }),
  ),
  'catalog.location.delete': request(
    'DELETE',
    world => `/api/catalog/locations/${world.own.uid}`,
  ),
  'catalog.location.analyze': request(
    'POST',
    () => '/api/catalog/analyze-location',
    () => ({
      location: { type: 'url', target: 'https://proof.example/entity.yaml' },
    }),
  ),
  'catalog.ingestion.read': basic('catalog.ingestion.read'),
  'catalog.ingestion.manage': basic('catalog.ingestion.manage'),
};
