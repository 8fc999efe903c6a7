import type { World } from '../seed/World.ts';
import type { Probe } from './Probe.ts';

/**
 * Lists, counts and pages as an onlooker asks for them. What the observed
 * customer does must leave every one of these answers as it is, down to the
 * order, the totals and where pages begin.
 */
export function listProbes(world: World): Probe[] {
  const { customer } = world.own;
  const entities = '/api/catalog/entities';
  const byQuery = '/api/catalog/entities/by-query';
  const facets = world.catalogKeys.map(key => `facet=${key}`).join('&');
  return [
    ...pages('/api/sites/sites', 'sort=name'),
    ...pages('/api/sites/sites', 'sort=-createdAt'),
    ...pages('/api/sites/deployments', 'sort=-createdAt'),
    ...pages('/api/tenancy/customers/:customer/members', '').map(probe => ({
      ...probe,
      call: {
        ...probe.call,
        path: probe.call.path.replace(':customer', customer),
      },
    })),
    list('/api/sites/summary', ''),
    list('/api/tenancy/me', ''),
    list('/api/costs/summary', ''),
    ...pages('/api/costs/charges', 'from=2026-01-01&to=2028-01-01'),
    list(
      '/api/costs/query',
      'from=2026-01-01&to=2028-01-01&groupBy=service_name',
    ),
    list('/api/costs/views', ''),
    ...['comparison', 'changes', 'resources'].map(path =>
      list(
        `/api/costs/${path}`,
        'from=2026-06-01&to=2028-01-01&comparedFrom=2026-01-01&comparedTo=2026-06-01',
      ),
    ),
    list('/api/costs/tag-keys', 'from=2026-01-01&to=2028-01-01'),
    list('/api/costs/tag-compliance', 'from=2026-01-01&to=2028-01-01'),
    ...pages('/api/costs/tag-fixes', `period=${world.charge.period}`),
    ...pages(
      '/api/costs/tag-compliance/customers',
      `period=${world.charge.period}`,
    ),
    list(entities, 'order=asc:metadata.name'),
    list(entities, 'limit=3&offset=1'),
    ...pages(byQuery, 'orderField=metadata.name,asc'),
    ...pages(byQuery, 'orderField=metadata.uid,desc'),
    list(byQuery, 'fullTextFilterTerm=shop'),
    list('/api/catalog/entity-facets', facets),
    ...['term=', 'term=shop', 'term=&pageLimit=100'].map(query => ({
      ...list('/api/search/query', query),
      unordered: true,
    })),
    list('/api/scaffolder/v2/tasks', 'limit=1'),
  ];
}

/** The first pages of two, and one in the middle of nowhere. */
function pages(path: string, query: string): Probe[] {
  return ['limit=2', 'limit=2&offset=2', 'limit=2&offset=100'].map(page =>
    list(path, [query, page].filter(Boolean).join('&')),
  );
}

function list(path: string, query: string): Probe {
  return {
    route: `GET ${path}`,
    title: `?${query}`,
    sent: [],
    call: { path: `${path}?${query}` },
  };
}
