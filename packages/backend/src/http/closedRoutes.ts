/** A route of Backstage that customers' members are kept from. */
export interface ClosedRoute {
  /** Plugin id, or `*` for every plugin. */
  plugin: string;
  /** Matches the path below `/api/<plugin>`. */
  path: RegExp;
  reason: string;
}

/**
 * Routes of Backstage that check no permission, or one too coarse, and that no
 * page for customers needs. Members get the answer of a route that does not
 * exist. Reviewed against the mounted routers at each update of Backstage.
 */
export const closedRoutes: readonly ClosedRoute[] = [
  {
    plugin: '*',
    path: /^\/\.well-known\/backstage\/permissions(\/|$)/,
    reason: 'Names every permission and rule, those of staff included',
  },
  {
    plugin: '*',
    path: /^\/\.backstage\/actions(\/|$)/,
    reason: 'Lists and runs actions meant for agents; few have a permission',
  },
  {
    plugin: 'scaffolder',
    path: /^\/v2\/actions(\/|$)/,
    reason: 'Lists every action with its schema; has no permission',
  },
  {
    plugin: 'scaffolder',
    path: /^\/v2\/templating-extensions(\/|$)/,
    reason: 'For template authors; has no permission',
  },
  {
    plugin: 'scaffolder',
    path: /^\/v2\/autocomplete(\/|$)/,
    reason: 'Calls source hosts for the caller; has no permission',
  },
  {
    plugin: 'scaffolder',
    path: /^\/v2\/dry-run(\/|$)/,
    reason: 'Runs a template of the caller’s making; for template authors',
  },
  {
    plugin: 'events',
    path: /^\//,
    reason: 'The bus between plugins; nothing in it is for people',
  },
];

export function isClosedRoute(plugin: string, path: string): boolean {
  // Express matches paths in any case.
  const asked = path.toLowerCase();
  return closedRoutes.some(
    route =>
      (route.plugin === '*' || route.plugin === plugin) &&
      route.path.test(asked),
  );
}
