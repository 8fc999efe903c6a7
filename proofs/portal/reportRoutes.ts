// Preloaded into the portal's process: answers the parent's question for the
// mounted routes. It watches applications from outside, so that the portal
// that is proven is the portal that ships.
import { createRequire } from 'node:module';
import { answerParent, endWithParent } from './answerParent.ts';
import { type MountedRoute, readRoutes } from './expressRoutes.ts';

interface Application {
  handle(request: { baseUrl?: string }, ...rest: unknown[]): unknown;
}

const { application } = createRequire(import.meta.url)('express') as {
  application: Application;
};

/** Applications that requests went through, by where they are mounted. */
const entered = new Map<string, Application>();
const handle = application.handle;

application.handle = function noted(request, ...rest) {
  entered.set(request.baseUrl ?? '', this);
  return handle.call(this, request, ...rest);
};

endWithParent();

answerParent('routes', () => {
  const found = new Map<string, MountedRoute>();
  for (const [prefix, entry] of entered) {
    for (const route of readRoutes(entry, prefix)) {
      found.set(`${route.method} ${route.path}`, route);
    }
  }
  // Wrapping hides the routes of an application within a router; they are
  // known from the application itself, once a request has been there.
  for (const prefix of entered.keys()) {
    found.delete(`ALL ${prefix}/*`);
  }
  return { routes: [...found.values()] };
});
