// Preloaded into the portal's process: answers the parent's question for the
// mounted routes. It watches the HTTP server from outside, so that the portal
// that is proven is the portal that ships.
import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { answerParent } from './answerParent.ts';
import { readRoutes } from './expressRoutes.ts';

let application: unknown;

subscribe('http.server.request.start', message => {
  application ??= (message as { server: Server }).server.listeners(
    'request',
  )[0];
});

answerParent('routes', () => ({ routes: readRoutes(application) }));
