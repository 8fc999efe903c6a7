import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request handler, as Express and Node's own server know it. */
export type SitesHostHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Where the sites plugin, once it has started, puts what serves sites by their
 * host names. The root HTTP router mounts `handle` before everything else.
 */
export interface SitesHost {
  /** Serves requests for sites; hands all others on. */
  handle: SitesHostHandler;
  /** Called by the sites plugin, once. */
  setHandler(handler: SitesHostHandler): void;
}

/** Root service, since a plugin's own router only sees its own paths. */
export const sitesHostServiceRef = createServiceRef<SitesHost>({
  id: 'freehold.sites.host',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createSitesHost(),
    }),
});

/** A host that hands everything on until it is given a handler. */
export function createSitesHost(): SitesHost {
  let handler: SitesHostHandler = (_request, _response, next) => next();
  return {
    handle: (request, response, next) => handler(request, response, next),
    setHandler: set => {
      handler = set;
    },
  };
}
