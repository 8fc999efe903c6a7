import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { sessionAuthServiceFactory } from '@freehold/plugin-auth-backend-module-local';
import {
  createSitesHost,
  sitesHostServiceRef,
} from '@freehold/plugin-sites-node';
import { trailAuditorServiceFactory } from './audit/trailAuditorServiceFactory';
import { failStart } from './failStart';
import { configureHttp } from './http/configureHttp';
import { guardedHttpRouterServiceFactory } from './http/guardedHttpRouter';
import { KnownRefusals, knownRefusalsServiceRef } from './http/KnownRefusals';
import { requestLoggerServiceFactory } from './logging/requestLoggerServiceFactory';
import { discreetPermissionsRegistryServiceFactory } from './permissions/discreetPermissionsRegistry';
import { refuseUnsafeProductionServiceFactory } from './refuseUnsafeProduction';

const backend = createBackend();
const sitesHost = createSitesHost();
const knownRefusals = KnownRefusals.create();

// Services of the whole backend
backend.add(refuseUnsafeProductionServiceFactory);
backend.add(requestLoggerServiceFactory);
backend.add(sessionAuthServiceFactory);
backend.add(guardedHttpRouterServiceFactory);
backend.add(discreetPermissionsRegistryServiceFactory);
backend.add(trailAuditorServiceFactory);
backend.add(
  createServiceFactory({
    service: sitesHostServiceRef,
    deps: {},
    factory: () => sitesHost,
  }),
);
backend.add(
  createServiceFactory({
    service: knownRefusalsServiceRef,
    deps: {},
    factory: () => knownRefusals,
  }),
);
backend.add(
  rootHttpRouterServiceFactory({
    configure: context =>
      configureHttp(context, {
        hosts: sitesHost.handle,
        refuse: knownRefusals.handle,
      }),
  }),
);

// Backstage's plugins
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// Ours
backend.add(import('@freehold/plugin-auth-backend-module-local'));
backend.add(import('@freehold/plugin-catalog-backend-module-tenancy'));
backend.add(import('@freehold/plugin-costs-backend'));
backend.add(import('@freehold/plugin-notifications-backend-module-tenancy'));
backend.add(import('@freehold/plugin-permission-backend-module-tenancy'));
backend.add(import('@freehold/plugin-scaffolder-backend-module-sites'));
backend.add(import('@freehold/plugin-sites-backend'));
backend.add(import('@freehold/plugin-tenancy-backend'));

backend.start().catch(failStart);
