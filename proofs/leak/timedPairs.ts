import type { Names, World } from '../seed/World.ts';
import type { TimedPair } from './answerTimes.ts';

/**
 * Routes that look something up by a name, and could take longer to find it.
 * Tasks are left out: their ids are random, so that nobody has one to try.
 */
export function timedPairs(world: World): TimedPair[] {
  const paths: Record<string, (names: Names) => string> = {
    'GET /api/sites/customers/:customer/sites/:site': names =>
      `/api/sites/customers/${names.customer}/sites/${names.site}`,
    'GET /api/sites/customers/:customer/sites/:site, below the own customer':
      names => `/api/sites/customers/${world.own.customer}/sites/${names.site}`,
    'GET /api/sites/customers/:customer/deployments/:deployment': names =>
      `/api/sites/customers/${names.customer}/deployments/${names.deployment}`,
    'GET /api/tenancy/customers/:customer': names =>
      `/api/tenancy/customers/${names.customer}`,
    'GET /api/tenancy/customers/:customer/members': names =>
      `/api/tenancy/customers/${names.customer}/members`,
    'GET /api/catalog/entities/by-name/:kind/:namespace/:name': names =>
      `/api/catalog/entities/by-name/component/${names.customer}/${names.siteName}`,
    'GET /api/catalog/entities/by-uid/:uid': names =>
      `/api/catalog/entities/by-uid/${names.uid}`,
    'GET /api/catalog/entities/by-query': names =>
      `/api/catalog/entities/by-query?filter=metadata.namespace=${names.customer}`,
    'GET /api/search/query': names => `/api/search/query?term=${names.word}`,
  };
  return Object.entries(paths).map(([route, pathOf]) => ({
    route,
    foreign: { path: pathOf(world.foreign) },
    unknown: { path: pathOf(world.unknown) },
  }));
}
