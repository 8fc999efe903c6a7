import {
  createValidatedOpenApiRouter,
  type internal,
} from '@backstage/backend-openapi-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { explainBodyErrors } from './bodyErrors';
import type { DocumentRouter } from './DocumentRouter';
import { recordRefusals } from './recordRefusals';
import type { Refusals } from './Refusals';
import { refuseEndlessNumbers } from './refuseEndlessNumbers';
import { refuseUnstorableText } from './refuseUnstorableText';
import { tellWhenToRetry } from './tellWhenToRetry';

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
 * @typeParam Paths - types of requests and replies, from `api.generated.ts`
 * @param spec - the document, from `schema/openapi.generated.ts`
 * @param register - adds the routes
 * @param options.refusals - records what callers are refused
 */
export function createApiRouter<Paths>(
  spec: internal.RequiredDoc,
  register: (api: DocumentRouter<Paths>) => void,
  options: { refusals?: Refusals } = {},
): express.Router {
  const api: express.Router = createValidatedOpenApiRouter(spec, {
    middleware: [refuseUnstorableText],
  });
  // The validator lets pass what it does not know, such as HEAD, which Express
  // then hands to the GET route with parameters nobody has checked.
  api.use((req, _res, next) => next('openapi' in req ? undefined : 'router'));
  api.use(refuseEndlessNumbers);
  register(api as DocumentRouter<Paths>);

  const router = PromiseRouter();
  // Outside of the validated router, which turns all errors before it into 400.
  router.use(express.json({ limit: JSON_LIMIT }));
  router.use(explainBodyErrors);
  router.use(api);
  router.use(tellWhenToRetry);
  if (options.refusals) {
    router.use(recordRefusals(options.refusals));
  }
  return router;
}
