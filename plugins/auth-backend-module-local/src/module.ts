import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import {
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import PromiseRouter from 'express-promise-router';
import { readLocalAuthConfig } from './config';
import { AccountsStore } from './database/AccountsStore';
import { AttemptsStore } from './database/AttemptsStore';
import { migrate } from './database/migrate';
import { PasswordLinksStore } from './database/PasswordLinksStore';
import { SessionsStore } from './database/SessionsStore';
import { schedulePurge } from './jobs/purgeEnded';
import { setDemoPasswords } from './jobs/setDemoPasswords';
import { createRouter } from './routes/createRouter';
import { AttemptLimiter } from './services/AttemptLimiter';
import { PasswordHasher } from './services/PasswordHasher';
import { PasswordsService } from './services/PasswordsService';
import { SessionsService } from './services/SessionsService';
import { SignInService } from './services/SignInService';
import { TokenIssuer } from './services/TokenIssuer';

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
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { directory, httpAuth, httpRouter, logger, scheduler } = deps;
        const config = readLocalAuthConfig(deps.rootConfig);
        const tokens = TokenIssuer.create();
        deps.providers.registerProvider({
          providerId: 'local',
          factory: tokens.providerFactory,
        });

        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        const accounts = AccountsStore.create(database);
        const attempts = AttemptsStore.create(database);
        const links = PasswordLinksStore.create(database);
        const sessionsStore = SessionsStore.create(database);

        const hasher = PasswordHasher.create();
        const limiter = AttemptLimiter.create(attempts);
        const sessions = SessionsService.create({
          store: sessionsStore,
          directory,
          tokens,
          limits: config.sessions,
        });
        const signIns = SignInService.create({
          directory,
          accounts,
          hasher,
          limiter,
          sessions,
          businessName: config.businessName,
        });
        const passwords = PasswordsService.create({
          database,
          directory,
          accounts,
          links,
          sessions: sessionsStore,
          hasher,
          limiter,
          appBaseUrl: config.appBaseUrl,
          linkLifetimeMs: config.passwordLinkLifetimeMs,
        });

        const router = PromiseRouter();
        router.use(
          '/local',
          createRouter({ httpAuth, config, signIns, sessions, passwords }),
          // Nothing below /local is for Backstage's own provider routes.
          (_req, res) => res.status(404).end(),
        );
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/local', allow: 'unauthenticated' });

        await schedulePurge(
          scheduler,
          { attempts, links, sessions: sessionsStore },
          config.sessions,
        );
        if (config.demoFile) {
          const file = config.demoFile;
          await setDemoPasswords({ file, accounts, hasher, logger });
        }
      },
    });
  },
});
