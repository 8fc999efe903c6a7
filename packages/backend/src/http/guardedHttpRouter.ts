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
import { closeRoutes } from './closeRoutes';
import { hideForeignTasks } from './hideForeignTasks';
import { limitRequests } from './limitRequests';

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
  },
  factory: ({ inner, plugin, auth, httpAuth, directory, limits }) => {
    const pluginId = plugin.getId();
    inner.use(limitRequests({ pluginId, auth, httpAuth, limits }));
    inner.use(closeRoutes({ pluginId, auth, httpAuth, directory }));
    if (pluginId === 'scaffolder') {
      inner.use(hideForeignTasks());
    }
    return inner;
  },
});
