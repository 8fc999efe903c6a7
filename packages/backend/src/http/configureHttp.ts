import type { RootHttpRouterConfigureContext } from '@backstage/backend-defaults/rootHttpRouter';
import { requestContext } from '@freehold/plugin-tenancy-node';
import type { RequestHandler } from 'express';
import { drainUnread } from './drainUnread';
import { refuseBackslashes } from './refuseBackslashes';
import { securityHeaders } from './securityHeaders';

/**
 * Longer than clients keep a connection that nobody uses: load balancers do for a
 * minute. Who ends it first must be the client, else a request that is on its way
 * meanwhile is lost; plugins call each other over such connections, too.
 */
const KEEP_ALIVE_MILLISECONDS = 65_000;

/** A handler for Express that needs nothing of Express. */
type Handler = ReturnType<typeof requestContext>;

/**
 * The order in which a request passes through the portal: Backstage's, with a
 * request context before it and security headers of our own in it.
 *
 * @param handlers.hosts - for hosts that are not the portal's: before
 *   everything of the portal, its headers included
 * @param handlers.refuse - answers whom nothing should be done for
 */
export function configureHttp(
  context: RootHttpRouterConfigureContext,
  handlers: { hosts: Handler; refuse: RequestHandler },
): void {
  const { app, config, healthRouter, middleware, routes, server } = context;
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  const trustProxy = config.getOptional('backend.trustProxy');
  if (trustProxy !== undefined) {
    app.set('trust proxy', trustProxy);
  }
  const { protocol } = new URL(config.getString('backend.baseUrl'));
  app.disable('x-powered-by');
  app.use(requestContext(), drainUnread, handlers.hosts);
  app.use(securityHeaders({ isSecure: protocol === 'https:' }));
  app.use(refuseBackslashes);
  app.use(middleware.cors());
  app.use(handlers.refuse);
  app.use(middleware.compression());
  app.use(middleware.logging());
  app.use(middleware.rateLimit());
  app.use(healthRouter);
  app.use(routes);
  app.use(middleware.notFound());
  app.use(middleware.error({ showStackTraces: false }));
}
