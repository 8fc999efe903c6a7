import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  RESOURCE_TYPE_SITE,
  sitesPermissions,
} from '@freehold/plugin-sites-common';
import {
  planChecksExtensionPoint,
  type PlanCheck,
} from '@freehold/plugin-sites-node';
import {
  createTenantResource,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import { createServices } from './createServices';
import { ContentsStore } from './database/ContentsStore';
import { DeploymentLogStore } from './database/DeploymentLogStore';
import { DeploymentsStore } from './database/DeploymentsStore';
import { migrate } from './database/migrate';
import { NotificationListener } from './database/NotificationListener';
import { SiteOutcomesStore } from './database/SiteOutcomesStore';
import { SitesStore } from './database/SitesStore';
import { DeploymentControl } from './deployments/DeploymentControl';
import { DeploymentQueue } from './deployments/DeploymentQueue';
import { schedulePurge } from './jobs/purgeDeletedSites';
import { createRouter } from './routes/createRouter';

/** Sites that customers order and run, and the deployments that change them. */
export const sitesPlugin = createBackendPlugin({
  pluginId: 'sites',
  register(env) {
    const planChecks: PlanCheck[] = [];
    env.registerExtensionPoint(planChecksExtensionPoint, {
      addPlanCheck: check => {
        planChecks.push(check);
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: tenantDirectoryServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        await migrate(deps.database);
        const knex = await deps.database.getClient();
        const database = await TenantDatabase.create(deps.database);
        const listener = NotificationListener.create(knex, deps.logger);
        const shared = {
          ...deps,
          database,
          queue: DeploymentQueue.create({ ...deps, knex, listener }),
          planChecks,
        };
        deps.permissionsRegistry.addResourceType({
          ...createTenantResource({
            pluginId: 'sites',
            resourceType: RESOURCE_TYPE_SITE,
          }),
          permissions: sitesPermissions,
        });
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...(await createServices(shared)),
            access: TenantAccess.create(deps.permissions),
            control: DeploymentControl.create({
              ...shared,
              deployments: new DeploymentsStore(),
              log: new DeploymentLogStore(),
              outcomes: new SiteOutcomesStore(),
            }),
          }),
        );
        await schedulePurge(deps.scheduler, {
          ...shared,
          sites: new SitesStore(),
          contents: new ContentsStore(),
        });
      },
    });
  },
});
