/** A route of Backstage that customers' members, or all people, are kept from. */
export interface ClosedRoute {
  /** Whom it is closed to; `people` are members and staff, never plugins. */
  to: 'members' | 'people';
  /** Plugin id, or `*` for every plugin. */
  plugin: string;
  /** Matches the path below `/api/<plugin>`. */
  path: RegExp;
  reason: string;
}

/**
 * Routes of Backstage that check no permission, or one too coarse, and that no
 * page needs. Those kept out get the answer of a route that does not exist.
 * Reviewed against the mounted routers at each update of Backstage.
 */
export const closedRoutes: readonly ClosedRoute[] = [
  {
    to: 'members',
    plugin: '*',
    path: /^\/\.well-known\/backstage\/permissions(\/|$)/,
    reason: 'Names every permission and rule, those of staff included',
  },
  {
    to: 'members',
    plugin: '*',
    path: /^\/\.backstage\/actions(\/|$)/,
    reason: 'Lists and runs actions meant for agents; few have a permission',
  },
  {
    to: 'people',
    plugin: '*',
    path: /^\/\.backstage\/scheduler(\/|$)/,
    reason:
      'Lists, starts and cancels jobs of a plugin; asks nobody who they are',
  },
  {
    to: 'members',
    plugin: 'scaffolder',
    path: /^\/v2\/actions(\/|$)/,
    reason: 'Lists every action with its schema; has no permission',
  },
  {
    to: 'members',
    plugin: 'scaffolder',
    path: /^\/v2\/templating-extensions(\/|$)/,
    reason: 'For template authors; has no permission',
  },
  {
    to: 'members',
    plugin: 'scaffolder',
    path: /^\/v2\/autocomplete(\/|$)/,
    reason: 'Calls source hosts for the caller; has no permission',
  },
  {
    to: 'members',
    plugin: 'scaffolder',
    path: /^\/v2\/dry-run(\/|$)/,
    reason: 'Runs a template of the caller’s making; for template authors',
  },
  {
    to: 'members',
    plugin: 'events',
    path: /^\//,
    reason: 'The bus between plugins; nothing in it is for people',
  },
];

export function findClosedRoute(
  plugin: string,
  path: string,
): ClosedRoute | undefined {
  // Express matches paths in any case.
  const asked = path.toLowerCase();
  return closedRoutes.find(
    route =>
      (route.plugin === '*' || route.plugin === plugin) &&
      route.path.test(asked),
  );
}
