import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type HttpRouterService,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  tenantDirectoryServiceRef,
  tenantLimitsServiceRef,
} from '@freehold/plugin-tenancy-node';
import { trailServiceRef } from '../audit/trailServiceRef';
import { closeRoutes } from './closeRoutes';
import { dropAbandoned } from './dropAbandoned';
import { guardSignals } from './guardSignals';
import { hideForeignNotifications } from './hideForeignNotifications';
import { hideForeignTasks } from './hideForeignTasks';
import { knownRefusalsServiceRef } from './KnownRefusals';
import { limitRequests } from './limitRequests';
import { narrowSearch } from './narrowSearch';
import { tenantTurnsServiceRef } from './TenantTurns';

/** Backstage's own, under a name that the override below can depend on. */
const defaultHttpRouterServiceRef = createServiceRef<HttpRouterService>({
  id: 'freehold.backend.defaultHttpRouter',
  scope: 'plugin',
  defaultFactory: async service =>
    ({ ...httpRouterServiceFactory, service }) as ServiceFactory<
      HttpRouterService,
      'plugin'
    >,
});

/** Puts our guards before the routes of every plugin. */
export const guardedHttpRouterServiceFactory = createServiceFactory({
  service: coreServices.httpRouter,
  initialization: 'always',
  deps: {
    inner: defaultHttpRouterServiceRef,
    plugin: coreServices.pluginMetadata,
    auth: coreServices.auth,
    httpAuth: coreServices.httpAuth,
    directory: tenantDirectoryServiceRef,
    limits: tenantLimitsServiceRef,
    known: knownRefusalsServiceRef,
    turns: tenantTurnsServiceRef,
    trail: trailServiceRef,
  },
  factory: ({ inner, plugin, directory, trail, ...deps }) => {
    const { auth, httpAuth } = deps;
    const pluginId = plugin.getId();
    inner.use(limitRequests({ ...deps, pluginId, refusals: trail.refusals }));
    inner.use(closeRoutes({ pluginId, auth, httpAuth, directory }));
    if (pluginId === 'scaffolder') {
      inner.use(hideForeignTasks());
    }
    if (pluginId === 'notifications') {
      inner.use(hideForeignNotifications());
    }
    if (pluginId === 'search') {
      inner.use(narrowSearch({ auth, httpAuth, directory }));
    }
    if (pluginId === 'signals') {
      inner.use(guardSignals(auth));
    }
    inner.use(dropAbandoned());
    return inner;
  },
});
