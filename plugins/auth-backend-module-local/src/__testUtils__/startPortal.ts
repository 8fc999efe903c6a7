import { setTimeout } from 'node:timers/promises';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  coreServices,
  createBackendPlugin,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { isStillSignedIn } from '@freehold/plugin-tenancy-node';
import express from 'express';
import type { Knex } from 'knex';
import PromiseRouter from 'express-promise-router';
import { tenantPermissionsFactory } from './tenantPermissions';
import authModuleLocal, { sessionAuthServiceFactory } from '..';

export const ORIGIN = 'http://localhost:7007';

/** 32 zero bytes: fit for tests only. */
const TEST_KEY = Buffer.alloc(32).toString('base64');

/** Headers that the portal's own pages send. */
export const portalHeaders = { 'X-Freehold-Request': '1', Origin: ORIGIN };

/** Config of a portal on a database of its own. */
export function portalConfig(
  knex: Knex,
  local: Record<string, any> = {},
  auth: Record<string, any> = {},
): RootConfigService {
  // One by one, for knex hides the password from spreading.
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return mockServices.rootConfig({
    data: {
      freehold: { environment: 'local' },
      app: { baseUrl: ORIGIN },
      organization: { name: 'Freehold Hosting' },
      tenancy: { encryption: { keys: [{ id: 'test', key: TEST_KEY }] } },
      backend: {
        baseUrl: ORIGIN,
        database: {
          client: 'pg',
          pluginDivisionMode: 'schema',
          connection: { host, port, user, password, database },
        },
      },
      auth: {
        ...auth,
        providers: { local: {}, ...auth.providers },
        local: { answerInterval: { milliseconds: 1 }, ...local },
      },
    },
  });
}

/**
 * Says who calls, hands out the tokens that plugins make of a user's, and asks
 * for set-password links, as the tenancy backend does.
 */
const probePlugin = (pluginId: string) =>
  createBackendPlugin({
    pluginId,
    register(reg) {
      reg.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          userInfo: coreServices.userInfo,
        },
        async init({ auth, discovery, httpAuth, httpRouter, userInfo }) {
          const router = PromiseRouter();
          router.get('/me', async (req, res) => {
            const credentials = await httpAuth.credentials(req, {
              allow: ['user'],
              allowLimitedAccess: true,
            });
            res.json(await userInfo.getUserInfo(credentials));
          });
          router.get('/tokens', async (req, res) => {
            const credentials = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            const limited = await auth.getLimitedUserToken(credentials);
            const onBehalf = await auth.getPluginRequestToken({
              onBehalfOf: credentials,
              targetPluginId: pluginId,
            });
            res.json({ limited: limited.token, onBehalf: onBehalf.token });
          });
          router.get('/stream', async (req, res) => {
            const credentials = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            res.write('hello');
            while (await isStillSignedIn(auth, credentials)) {
              await setTimeout(20);
            }
            res.end(' goodbye');
          });
          const askAuth = async (path: string, body: object) => {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: await auth.getOwnServiceCredentials(),
              targetPluginId: 'auth',
            });
            const baseUrl = await discovery.getBaseUrl('auth');
            return fetch(`${baseUrl}/local${path}`, {
              method: 'POST',
              headers: {
                Authorization: `Bearer ${token}`,
                'Content-Type': 'application/json',
              },
              body: JSON.stringify(body),
            });
          };
          router.post('/links/:tenant/:member', async (req, res) => {
            const answer = await askAuth('/password-links', {
              ...req.params,
              email: 'a@b.example',
              ...(req.query.firstOnly && { firstOnly: true }),
            });
            res.status(answer.status).json(await answer.json());
          });
          router.post('/verify', express.json(), async (req, res) => {
            const answer = await askAuth('/password/verify', req.body);
            res.status(answer.status).json(await answer.json());
          });
          httpRouter.use(router);
          httpRouter.addAuthPolicy({
            path: '/links',
            allow: 'unauthenticated',
          });
          httpRouter.addAuthPolicy({
            path: '/verify',
            allow: 'unauthenticated',
          });
          httpRouter.addAuthPolicy({ path: '/me', allow: 'user-cookie' });
        },
      });
    },
  });

/** Starts Backstage's auth backend with this module, and two probes. */
export async function startPortal(config: RootConfigService) {
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({ data: config.get() as any }),
      databaseServiceFactory,
      httpAuthServiceFactory,
      userInfoServiceFactory,
      sessionAuthServiceFactory,
      tenantPermissionsFactory,
      authPlugin,
      authModuleLocal,
      probePlugin('tenancy'),
      probePlugin('probe'),
    ],
  });
}
