/**
 * Backstage's routes, and ours that no OpenAPI document can describe, each with
 * what keeps one customer's things from another there. A route that is mounted
 * and isn't here fails the suite, and so does an entry that is mounted no more.
 */
export interface Review {
  why: string;
  /** Answers without a sign-in, on purpose. */
  public?: boolean;
  /** Mounted only where the frontend is built. */
  builtOnly?: boolean;
}

/** Routes that Backstage gives every plugin. */
const everyPlugin: Record<string, Review> = {
  'GET /.backstage/auth/v1/jwks.json': {
    why: 'public keys only',
    public: true,
  },
  'GET /.backstage/auth/v1/cookie': {
    why: "the caller's own token, limited, as a cookie",
  },
  'DELETE /.backstage/auth/v1/cookie': {
    why: 'takes the cookie away; reads nothing',
    public: true,
  },
  'GET /.well-known/backstage/permissions/metadata': {
    why: 'rules and permissions by name; no objects',
  },
  'ALL /.well-known/backstage/permissions': {
    why: 'reads the body for the routes below it',
  },
  'ALL /.backstage/actions': { why: 'reads the body for the routes below it' },
  'POST /.well-known/backstage/permissions/apply-conditions': {
    why: 'services only',
  },
  'ALL /.well-known/backstage/permissions/apply-conditions': {
    why: 'services only',
  },
  'GET /.backstage/scheduler/v1/tasks': { why: 'services only' },
  'POST /.backstage/scheduler/v1/tasks/:id/trigger': { why: 'services only' },
  'POST /.backstage/scheduler/v1/tasks/:id/cancel': { why: 'services only' },
  'GET /.backstage/actions/v1/actions': {
    why: 'actions are filtered by permission',
  },
  'POST /.backstage/actions/v1/actions/:actionId/invoke': {
    why: 'the action checks the permission of the caller',
  },
  'POST /.backstage/actions/v2/actions/:actionId/invoke': {
    why: 'the action checks the permission of the caller',
  },
  'GET /openapi.json': { why: 'the document, not the data', public: true },
};

const narrowed: Review = {
  why: "narrowed by the policy to the caller's namespace and public entities",
};
const ownTask: Review = { why: 'only tasks the caller created' };
const staffOnly: Review = { why: 'denied to members by the policy' };
const ownNotifications: Review = {
  why: "the caller's own; our module lets none go to groups or to everybody",
};
const servicesOnly: Review = { why: 'services only' };

const frontend: Review = {
  why: 'files of the frontend, the same for all',
  public: true,
  builtOnly: true,
};
const closedProvider: Review = {
  why: 'ours answers 404 before it is reached',
  public: true,
};

const backstage: Record<string, Review> = {
  'GET /.backstage/health/v1/readiness': { why: 'no data', public: true },
  'GET /.backstage/health/v1/liveness': { why: 'no data', public: true },
  'ALL /api': { why: 'ends the search for a route', public: true },

  'GET /api/app/*': frontend,
  'GET /*': frontend,

  'POST /api/catalog/refresh': narrowed,
  'GET /api/catalog/entities': narrowed,
  'GET /api/catalog/entities/by-query': narrowed,
  'POST /api/catalog/entities/by-query': narrowed,
  'GET /api/catalog/entities/by-uid/:uid': narrowed,
  'DELETE /api/catalog/entities/by-uid/:uid': narrowed,
  'GET /api/catalog/entities/by-name/:kind/:namespace/:name': narrowed,
  'GET /api/catalog/entities/by-name/:kind/:namespace/:name/ancestry': narrowed,
  'POST /api/catalog/entities/by-refs': narrowed,
  'GET /api/catalog/entity-facets': narrowed,
  'POST /api/catalog/entity-facets': narrowed,
  'GET /api/catalog/locations': staffOnly,
  'POST /api/catalog/locations': staffOnly,
  'POST /api/catalog/locations/by-query': staffOnly,
  'GET /api/catalog/locations/:id': staffOnly,
  'PUT /api/catalog/locations/:id': staffOnly,
  'DELETE /api/catalog/locations/:id': staffOnly,
  'GET /api/catalog/locations/by-entity/:kind/:namespace/:name': staffOnly,
  'POST /api/catalog/analyze-location': staffOnly,
  'POST /api/catalog/validate-entity': staffOnly,

  'GET /api/search/query': {
    why: "within the caller's namespace and public entities; each hit passes the catalog permission as well",
  },

  'GET /api/auth/.well-known/openid-configuration': {
    why: 'addresses and algorithms',
    public: true,
  },
  'GET /api/auth/.well-known/jwks.json': {
    why: 'public keys only',
    public: true,
  },
  'GET /api/auth/.well-known/oauth-client/cli.json': {
    why: 'a static description',
    public: true,
  },
  'GET /api/auth/v1/userinfo': { why: "the caller's own claims" },
  'GET /api/auth/local/start': closedProvider,
  'GET /api/auth/local/handler/frame': closedProvider,
  'POST /api/auth/local/handler/frame': closedProvider,
  'ALL /api/auth/:provider': {
    why: 'the answer to providers that are not there',
    public: true,
  },

  'POST /api/user-settings/multiget': { why: "the caller's own settings" },
  'GET /api/user-settings/buckets/:bucket/keys/:key': {
    why: "the caller's own settings",
  },
  'PUT /api/user-settings/buckets/:bucket/keys/:key': {
    why: "the caller's own settings",
  },
  'DELETE /api/user-settings/buckets/:bucket/keys/:key': {
    why: "the caller's own settings",
  },

  'POST /api/tenancy/outbox': servicesOnly,

  'GET /api/notifications/': ownNotifications,
  'GET /api/notifications/notifications': ownNotifications,
  'GET /api/notifications/:id': ownNotifications,
  'GET /api/notifications/notifications/:id': ownNotifications,
  'GET /api/notifications/status': ownNotifications,
  'GET /api/notifications/topics': ownNotifications,
  'GET /api/notifications/settings': ownNotifications,
  'POST /api/notifications/settings': ownNotifications,
  'POST /api/notifications/update': ownNotifications,
  'POST /api/notifications/notifications/update': ownNotifications,
  'POST /api/notifications/': servicesOnly,
  'POST /api/notifications/notifications': servicesOnly,
  'GET /api/signals/health': { why: 'no data', public: true },

  'POST /api/events/bus/v1/events': servicesOnly,
  'GET /api/events/bus/v1/subscriptions/:subscriptionId/events': servicesOnly,
  'PUT /api/events/bus/v1/subscriptions/:subscriptionId': servicesOnly,

  'POST /api/permission/authorize': {
    why: 'decisions follow from the ref alone, so they tell nothing of what exists',
  },
  'GET /api/permission/health': { why: 'no data', public: true },

  'GET /api/scaffolder/v2/tasks': ownTask,
  'POST /api/scaffolder/v2/tasks': narrowed,
  'GET /api/scaffolder/v2/tasks/:taskId': ownTask,
  'POST /api/scaffolder/v2/tasks/:taskId/cancel': ownTask,
  'POST /api/scaffolder/v2/tasks/:taskId/retry': ownTask,
  'GET /api/scaffolder/v2/tasks/:taskId/events': ownTask,
  'GET /api/scaffolder/v2/tasks/:taskId/eventstream': ownTask,
  'GET /api/scaffolder/v2/templates/:namespace/:kind/:name/parameter-schema':
    narrowed,
  'GET /api/scaffolder/v2/actions': {
    why: 'actions by name, the same for all',
  },
  'POST /api/scaffolder/v2/dry-run': staffOnly,
  'POST /api/scaffolder/v2/autocomplete/:provider/:resource': {
    why: 'no provider is installed',
  },
  'GET /api/scaffolder/v2/templating-extensions': {
    why: 'extensions by name, the same for all',
  },
};

const ofTheRun: Review = {
  why: "Terraform's state, for the token of the run that holds the site",
};

const forLinks: Review = {
  why: 'for whoever holds the link of a mail; says the same to all other tokens',
  public: true,
};

/** Ours, outside of any document or open to people who are not signed in. */
const own: Record<string, Review> = {
  'POST /api/tenancy/invitations/inspect': forLinks,
  'POST /api/tenancy/invitations/accept': forLinks,
  'POST /api/tenancy/email-changes/inspect': forLinks,
  'POST /api/tenancy/email-changes/confirm': forLinks,
  'POST /api/tenancy/email-changes/refuse': forLinks,
  'ALL /api/auth/local': { why: '404 for all else below it', public: true },
  'GET /api/auth/local/openapi.json': {
    why: 'the document, not the data',
    public: true,
  },
  'ALL /api/sites/terraform-state/:customer/:site': ofTheRun,
  'GET /api/sites/terraform-state/:customer/:site': ofTheRun,
  'POST /api/sites/terraform-state/:customer/:site': ofTheRun,
  'ALL /api/sites/terraform-state/:customer/:site/lock': ofTheRun,
  'POST /api/sites/terraform-state/:customer/:site/lock': ofTheRun,
  'DELETE /api/sites/terraform-state/:customer/:site/lock': ofTheRun,
};

const reviews = { ...backstage, ...own };

/** @param route - method and path, such as `GET /api/catalog/entities` */
export function reviewOf(route: string): Review | undefined {
  const shared = route.replace(/^(\w+) \/api\/[\w-]+/, '$1 ');
  return reviews[route] ?? everyPlugin[shared.replace('  ', ' ')];
}

export function reviewedRoutes(): string[] {
  return Object.keys(reviews);
}

/**
 * Operations of sign-in for people who aren't signed in: by a password, or by
 * a secret that they were mailed or that a cookie holds.
 */
export const publicOperations: ReadonlySet<string> = new Set([
  'answerChallenge',
  'getChallenge',
  'inspectPasswordLink',
  'listIdentityProviders',
  'ratePassword',
  'refreshSession',
  'requestPasswordReset',
  'setPassword',
  'signIn',
  'signOut',
]);
