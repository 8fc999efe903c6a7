import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import {
  outboxServiceRef,
  Refusals,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import PromiseRouter from 'express-promise-router';
import { readLocalAuthConfig } from './config';
import { createEmailHash } from './domain/hashEmail';
import { migrate } from './database/migrate';
import { schedulePurge } from './jobs/purgeEnded';
import { setDemoPasswords } from './jobs/setDemoPasswords';
import { createRouter } from './routes/createRouter';
import { SignInAudit } from './services/SignInAudit';
import { createServices } from './services/createServices';

/** Sign-in with e-mail and password, at /api/auth/local. */
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
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { httpAuth, httpRouter, logger } = deps;
        const config = readLocalAuthConfig(deps.rootConfig);
        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        const refusals = Refusals.create({ ...deps, database });
        const { hasher, stores, tokens, ...services } = createServices({
          config,
          database,
          directory: deps.directory,
          audit: SignInAudit.create({
            outbox: deps.outbox,
            refusals,
            hashEmail: createEmailHash(deps.rootConfig),
          }),
          outbox: deps.outbox,
        });
        deps.providers.registerProvider({
          providerId: 'local',
          factory: tokens.providerFactory,
        });

        const router = PromiseRouter();
        router.use(
          '/local',
          createRouter({ httpAuth, config, refusals, ...services }),
          // Nothing below /local is for Backstage's own provider routes.
          (_req, res) => res.status(404).end(),
        );
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/local', allow: 'unauthenticated' });

        await schedulePurge(deps.scheduler, stores, config.sessions);
        if (config.demoFile) {
          const { accounts } = stores;
          const file = config.demoFile;
          await setDemoPasswords({ file, accounts, hasher, logger });
        }
      },
    });
  },
});
