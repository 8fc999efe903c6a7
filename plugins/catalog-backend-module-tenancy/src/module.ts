import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { toChange, topics } from './events';
import { PortalReader } from './portal/PortalReader';
import { TenantNamespaceProcessor } from './processor/TenantNamespaceProcessor';
import { TenancyEntityProvider } from './provider/TenancyEntityProvider';
import { reconcileUntilDone } from './reconcileUntilDone';

/** Projects the portal's tenants and their sites into the catalog. */
export const catalogModuleTenancy = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'tenancy',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, logger } = deps;
        const provider = TenancyEntityProvider.create({
          logger,
          portal: PortalReader.create(deps),
          businessName:
            config.getOptionalString('organization.name') ?? 'the business',
        });
        deps.catalog.addEntityProvider(provider);
        deps.catalog.addProcessor(new TenantNamespaceProcessor());
        deps.lifecycle.addShutdownHook(() => provider.stop());

        await deps.events.subscribe({
          id: 'catalog-tenancy',
          topics,
          onEvent: async event => provider.noteChange(toChange(event)),
        });
        await deps.scheduler.scheduleTask({
          id: 'tenancy-reconcile',
          // Local, so that it runs at every start and not only when due.
          scope: 'local',
          frequency: { minutes: 10 },
          timeout: { minutes: 9 },
          fn: signal =>
            reconcileUntilDone(provider, logger, signal as AbortSignal),
        });
      },
    });
  },
});
