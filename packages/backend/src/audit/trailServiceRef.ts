import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  createEnvelopeCipher,
  Outbox,
  Refusals,
  TenantDatabase,
} from '@freehold/plugin-tenancy-node';
import type { TrailAuditorOptions } from './TrailAuditor';

/** One small connection pool on the tenancy plugin's schema, for all plugins. */
export const trailServiceRef = createServiceRef<
  Omit<TrailAuditorOptions, 'pluginId'>
>({
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
});
