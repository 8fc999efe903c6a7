import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  DatabaseTenantDirectory,
  IS_OF_TENANT,
  TenantDatabase,
  tenantDirectoryServiceRef,
  type TenancyChangedEvent,
} from '@freehold/plugin-tenancy-node';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { migrationsDirectory } from '../database/migrate';
import { tenancyPlugin } from '../plugin';

export interface RequestedLink {
  tenant: string;
  member: string;
  email: string;
}

/**
 * The tenancy plugin on a real database and real HTTP. Permission decisions
 * are of the shape the portal's policy makes: staff everywhere, members in
 * their own customer. Sign-in, another plugin, is played by a double.
 */
export async function startTenancyBackend(
  knex: Knex,
  options: { demoFile?: string } = {},
) {
  await knex.migrate.latest({ directory: migrationsDirectory });
  const database = await TenantDatabase.create({ getClient: async () => knex });
  const signIn = createSignInDouble();
  const events: TenancyChangedEvent[] = [];
  const auditor = mockServices.auditor.mock();
  const audited = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audited);

  const { server } = await startTestBackend({
    features: [
      tenancyPlugin,
      signIn.plugin,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          organization: { name: 'Freehold Hosting' },
          ...(options.demoFile && {
            tenancy: { demo: { file: options.demoFile } },
          }),
        },
      }),
      createServiceFactory({
        service: tenantDirectoryServiceRef,
        deps: {},
        factory: () => DatabaseTenantDirectory.create(database),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => tenantPermissions,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () =>
          mockServices.events.mock({
            publish: async ({ eventPayload }) => {
              events.push(eventPayload as TenancyChangedEvent);
            },
          }),
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
    ],
  });

  return {
    database,
    events,
    auditor,
    audited,
    signIn,
    /** Requests as this user, such as `acme/ann` or `default/olga`. */
    as: (user: string) =>
      request
        .agent(server)
        .set('authorization', mockCredentials.user.header(`user:${user}`)),
    asService: () =>
      request
        .agent(server)
        .set('authorization', mockCredentials.service.header()),
    asNobody: () => request.agent(server),
  };
}

export type TenancyBackend = Awaited<ReturnType<typeof startTenancyBackend>>;

const tenantPermissions = mockServices.permissions.mock({
  authorize: async (queries, { credentials }: any) =>
    queries.map(() => ({
      result:
        tenantOf(credentials) === 'default'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
  authorizeConditional: async (queries, { credentials }: any) =>
    queries.map(({ permission }): PolicyDecision => {
      const tenant = tenantOf(credentials);
      return tenant === 'default'
        ? { result: AuthorizeResult.ALLOW }
        : {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'tenancy',
            resourceType: permission.resourceType,
            conditions: {
              resourceType: permission.resourceType,
              rule: IS_OF_TENANT,
              params: { tenant },
            },
          };
    }),
});

function tenantOf(credentials: BackstageCredentials<any>): string {
  const { principal } = credentials;
  return principal.type === 'service'
    ? 'default'
    : principal.userEntityRef.split(/[:/]/)[1];
}

function createSignInDouble() {
  const requests: RequestedLink[] = [];
  const state = { isDown: false };
  const plugin = createBackendPlugin({
    pluginId: 'auth',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = express.Router();
          router.use(express.json());
          router.post('/local/password-links', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['service'] });
            if (state.isDown) {
              res.status(500).json({});
              return;
            }
            requests.push(req.body);
            res.status(201).json({
              url: `http://localhost/set-password#token=${requests.length}`,
              expiresAt: '2030-01-01T00:00:00.000Z',
            });
          });
          httpRouter.use(router);
        },
      });
    },
  });
  return { plugin, requests, state };
}
