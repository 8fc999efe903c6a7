import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  costsPermissions,
  costsStaffPermissions,
  RESOURCE_TYPE_COSTS,
} from '@freehold/plugin-costs-common';
import {
  chargeFormatsExtensionPoint,
  type ChargeFormat,
} from '@freehold/plugin-costs-node';
import {
  createTenantResource,
  outboxServiceRef,
  Refusals,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import { createServices } from './createServices';
import { ChargePartitions } from './database/ChargePartitions';
import { migrate } from './database/migrate';
import { createRouter } from './routes/createRouter';

/** What customers' sites cost: charges of providers, and what they add up to. */
export const costsPlugin = createBackendPlugin({
  pluginId: 'costs',
  register(env) {
    const formats: ChargeFormat[] = [];
    env.registerExtensionPoint(chargeFormatsExtensionPoint, {
      addChargeFormat: format => {
        formats.push(format);
      },
    });
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: tenantDirectoryServiceRef,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        outbox: outboxServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        const shared = { ...deps, database };
        const { collector, fileKeeper, loadDemo, worker, ...services } =
          await createServices({
            ...shared,
            formats,
            partitions: await ChargePartitions.create(deps),
          });
        deps.permissionsRegistry.addPermissions(costsStaffPermissions);
        deps.permissionsRegistry.addResourceType({
          ...createTenantResource({
            pluginId: 'costs',
            resourceType: RESOURCE_TYPE_COSTS,
          }),
          permissions: costsPermissions,
        });
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...services,
            access: TenantAccess.create(deps.permissions),
            refusals: Refusals.create(shared),
          }),
        );
        deps.rootLifecycle.addStartupHook(() => worker.start(deps.scheduler));
        deps.rootLifecycle.addStartupHook(() =>
          collector.start(deps.scheduler),
        );
        deps.rootLifecycle.addStartupHook(() =>
          fileKeeper.start(deps.scheduler),
        );
        // Not waited for: the portal is ready before its demo costs are.
        deps.rootLifecycle.addStartupHook(() => {
          loadDemo().catch(error =>
            deps.logger.warn(
              `There are no demo costs; the next start tries again: ${stringifyError(error)}`,
            ),
          );
        });
        deps.rootLifecycle.addBeforeShutdownHook(() => worker.stop());
      },
    });
  },
});
