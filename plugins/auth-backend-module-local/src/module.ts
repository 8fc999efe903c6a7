import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import {
  createEnvelopeCipher,
  outboxServiceRef,
  Refusals,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import PromiseRouter from 'express-promise-router';
import { readLocalAuthConfig } from './config';
import { migrate } from './database/migrate';
import { createEmailHash } from './domain/hashEmail';
import { createFederationGuard } from './federation/createFederationGuard';
import { createProviderFactories } from './federation/createProviderFactories';
import { schedulePurge } from './jobs/purgeEnded';
import { scheduleRewrap } from './jobs/rewrapSecrets';
import { setDemoPasswords } from './jobs/setDemoPasswords';
import { CookieJar } from './routes/CookieJar';
import { createRouter } from './routes/createRouter';
import { SignInAudit } from './services/SignInAudit';
import { createServices } from './services/createServices';

/** Sign-in, second factors and sessions, at /api/auth/local. */
export const authModuleLocal = createBackendModule({
  pluginId: 'auth',
  moduleId: 'local',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        rootConfig: coreServices.rootConfig,
        database: coreServices.database,
        directory: tenantDirectoryServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        outbox: outboxServiceRef,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { httpAuth, httpRouter, logger } = deps;
        const config = readLocalAuthConfig(deps.rootConfig);
        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        const refusals = Refusals.create({ ...deps, database });
        const { hasher, secrets, stores, tokens, ...services } = createServices(
          {
            config,
            database,
            directory: deps.directory,
            cipher: createEnvelopeCipher(deps.rootConfig),
            outbox: deps.outbox,
            audit: SignInAudit.create({
              outbox: deps.outbox,
              refusals,
              hashEmail: createEmailHash(deps.rootConfig),
            }),
          },
        );
        const cookies = CookieJar.create({
          isSecure: config.isSecure,
          sessionMs: config.sessions.absoluteMs,
        });
        deps.providers.registerProvider({
          providerId: 'local',
          factory: tokens.providerFactory,
        });
        const { identities } = services;
        const factories = createProviderFactories({ identities, cookies });
        for (const { id } of config.federation.providers) {
          const factory = factories[id];
          deps.providers.registerProvider({ providerId: id, factory });
        }

        const router = PromiseRouter();
        router.use(createFederationGuard(config.federation, config.appBaseUrl));
        router.use(
          '/local',
          createRouter({
            httpAuth,
            access: TenantAccess.create(deps.permissions),
            config,
            cookies,
            refusals,
            ...services,
          }),
          // Nothing below /local is for Backstage's own provider routes.
          (_req, res) => res.status(404).end(),
        );
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/local', allow: 'unauthenticated' });

        await schedulePurge(deps.scheduler, stores, config.sessions);
        await scheduleRewrap(deps.scheduler, secrets);
        if (config.demoFile) {
          const { accounts } = stores;
          const file = config.demoFile;
          await setDemoPasswords({ file, accounts, hasher, logger });
        }
      },
    });
  },
});
