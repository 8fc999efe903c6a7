import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  type AuditorService,
  coreServices,
  createServiceFactory,
  createServiceRef,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createEnvelopeCipher,
  Outbox,
  Refusals,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import { TrailAuditor, type TrailAuditorOptions } from './TrailAuditor';

/** Backstage's own, under a name that the override below can depend on. */
const defaultAuditorServiceRef = createServiceRef<AuditorService>({
  id: 'freehold.backend.defaultAuditor',
  scope: 'plugin',
  defaultFactory: async service =>
    ({ ...auditorServiceFactory, service }) as ServiceFactory<
      AuditorService,
      'plugin'
    >,
});

/** One small connection pool on the tenancy plugin's schema, for all plugins. */
const trailServiceRef = createServiceRef<Omit<TrailAuditorOptions, 'pluginId'>>(
  {
    id: 'freehold.backend.trail',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          lifecycle: coreServices.rootLifecycle,
          logger: coreServices.rootLogger,
        },
        async factory({ config, lifecycle, logger }) {
          const manager = DatabaseManager.fromConfig(config, {
            rootLogger: logger,
            rootLifecycle: lifecycle,
          });
          const parts = {
            database: await TenantDatabase.create(
              manager.forPlugin('tenancy', { logger, lifecycle }),
            ),
            outbox: Outbox.create(createEnvelopeCipher(config)),
            logger,
          };
          return { ...parts, refusals: Refusals.create(parts) };
        },
      }),
  },
);

/** Overrides the auditor of every plugin; see {@link TrailAuditor}. */
export const trailAuditorServiceFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    inner: defaultAuditorServiceRef,
    plugin: coreServices.pluginMetadata,
    trail: trailServiceRef,
  },
  factory: ({ inner, plugin, trail }) =>
    TrailAuditor.create(inner, { ...trail, pluginId: plugin.getId() }),
});
