import {
  createValidatedOpenApiRouter,
  type internal,
} from '@backstage/backend-openapi-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { explainBodyErrors } from './bodyErrors';
import { refuseEndlessNumbers } from './refuseEndlessNumbers';
import { refuseUnstorableText } from './refuseUnstorableText';

/** Largest JSON body a route takes, as `bytes` reads it. */
const JSON_LIMIT = '100kb';

/**
 * The router of a plugin of ours: validated against the plugin's OpenAPI
 * document, closed to everything the document does not name, and answering
 * bad input with a 4xx of its own.
 *
 * Query and path parameters arrive in the types of the document, bodies are
 * not coerced. Bodies that are not JSON stay unread, so that a route can
 * stream them.
 *
 * @typeParam Api - `ApiRouter<typeof spec>`, which types requests and replies
 * @param spec - the document, from `schema/openapi.generated.ts`
 * @param register - adds the routes
 */
export function createApiRouter<Api extends express.Router>(
  spec: internal.RequiredDoc,
  register: (api: Api) => void,
): express.Router {
  // Inferring the router's type here from a real document is too much for the
  // compiler; callers name it.
  const api = createValidatedOpenApiRouter(spec, {
    middleware: [refuseUnstorableText],
  }) as express.Router as Api;
  // The validator lets pass what it does not know, such as HEAD, which Express
  // then hands to the GET route with parameters nobody has checked.
  api.use((req, _res, next) => next('openapi' in req ? undefined : 'router'));
  api.use(refuseEndlessNumbers);
  register(api);

  const router = PromiseRouter();
  // Outside of the validated router, which turns all errors before it into 400.
  router.use(express.json({ limit: JSON_LIMIT }));
  router.use(explainBodyErrors);
  router.use(api);
  return router;
}
