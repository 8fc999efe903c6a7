import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import type { Customer, Person, Site } from '../entities';

/**
 * Plays the tenancy and the sites plugin over HTTP: the operations that the
 * module reads, for service credentials only, with their paging.
 */
export function createPortalDouble() {
  const truth = {
    customers: [] as Customer[],
    people: [] as Person[],
    sites: [] as Site[],
    /** Plugins that are not up: nothing of theirs is found. */
    down: new Set<string>(),
    requests: [] as string[],
  };
  const tenancy = pluginWith('tenancy', truth, router => {
    router.get('/customers', (req, res) => {
      res.json(pageOf(truth.customers, req.query));
    });
    router.get('/members', (req, res) => {
      res.json(pageOf(truth.people, req.query));
    });
    router.get('/customers/:customer', (req, res) => {
      reply(
        res,
        truth.customers.find(({ slug }) => slug === req.params.customer),
      );
    });
    router.get('/customers/:customer/members', (req, res) => {
      const members = truth.people
        .filter(({ tenant }) => tenant === req.params.customer)
        .map(person => ({ ...person, customer: person.tenant }));
      res.json(pageOf(members, req.query));
    });
  });
  const sites = pluginWith('sites', truth, router => {
    router.get('/sites', (req, res) => {
      const found = truth.sites.filter(
        ({ state, customer, name }) =>
          state !== 'deleted' &&
          customer === (req.query.customer ?? customer) &&
          name.includes(String(req.query.search ?? '')),
      );
      res.json(pageOf(found, req.query));
    });
    router.get('/customers/:customer/sites/:site', (req, res) => {
      reply(
        res,
        truth.sites.find(
          ({ customer, siteId }) =>
            customer === req.params.customer && siteId === req.params.site,
        ),
      );
    });
  });
  return { truth, plugins: [tenancy, sites] };
}

function pluginWith(
  pluginId: string,
  truth: { down: Set<string>; requests: string[] },
  addRoutes: (router: Router) => void,
) {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = express.Router();
          router.use((req, res, next) => {
            truth.requests.push(`${pluginId} ${req.url}`);
            httpAuth.credentials(req, { allow: ['service'] }).then(() => {
              if (truth.down.has(pluginId)) {
                res.status(404).end();
              } else {
                next();
              }
            }, next);
          });
          addRoutes(router);
          httpRouter.use(router);
        },
      });
    },
  });
}

function pageOf<Item>(
  items: Item[],
  { offset, limit }: { offset?: unknown; limit?: unknown },
) {
  const from = Number(offset);
  return {
    items: items.slice(from, from + Number(limit)),
    total: items.length,
  };
}

function reply(res: express.Response, found: object | undefined): void {
  res
    .status(found ? 200 : 404)
    .json(found ?? { error: { name: 'NotFoundError', message: 'None' } });
}
