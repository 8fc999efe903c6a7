import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  priceBookPermissions,
  RESOURCE_TYPE_SITE,
  sitesPermissions,
} from '@freehold/plugin-sites-common';
import {
  planChecksExtensionPoint,
  sitesHostServiceRef,
  type PlanCheck,
} from '@freehold/plugin-sites-node';
import {
  createTenantResource,
  outboxServiceRef,
  Refusals,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
  tenantLimitsServiceRef,
} from '@freehold/plugin-tenancy-node';
import { SiteAudit } from './audit/SiteAudit';
import { createServices } from './createServices';
import { ContentsStore } from './database/ContentsStore';
import { CustomerSuspensionsStore } from './database/CustomerSuspensionsStore';
import { migrate } from './database/migrate';
import { openQueue } from './database/openQueue';
import { SitesStore } from './database/SitesStore';
import { createDeployments } from './deployments/createDeployments';
import { scheduleDriftChecks } from './jobs/checkDriftInTurn';
import { schedulePurge } from './jobs/purgeDeletedSites';
import { scheduleRemoval } from './jobs/removeOldHistory';
import { scheduleRewrap } from './jobs/rewrapSecrets';
import { createRouter } from './routes/createRouter';
import { CustomerSuspensions } from './services/CustomerSuspensions';
import { STATE_PATH } from './state/createStateRouter';

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
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: tenantDirectoryServiceRef,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        limits: tenantLimitsServiceRef,
        logger: coreServices.logger,
        outbox: outboxServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
        sitesHost: sitesHostServiceRef,
      },
      async init(deps) {
        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        const shared = {
          ...deps,
          database,
          audit: SiteAudit.create(deps.outbox),
          ...(await openQueue(deps.database, deps.logger)),
          planChecks,
        };
        const services = await createServices(shared);
        const deployments = createDeployments({
          ...shared,
          allowances: services.allowances,
          evaluation: services.planEvaluation,
          contents: services.siteContents,
          sessions: services.cloudSessions,
        });

        deps.permissionsRegistry.addPermissions(priceBookPermissions);
        deps.permissionsRegistry.addResourceType({
          ...createTenantResource({
            pluginId: 'sites',
            resourceType: RESOURCE_TYPE_SITE,
          }),
          permissions: sitesPermissions,
        });
        // Terraform shows the token of its run, which the router checks itself.
        deps.httpRouter.addAuthPolicy({
          path: STATE_PATH,
          allow: 'unauthenticated',
        });
        // Before the other routes, whose parser stops at smaller bodies.
        deps.httpRouter.use(deployments.stateRouter);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...services,
            ...deployments,
            access: TenantAccess.create(deps.permissions),
            refusals: Refusals.create(shared),
          }),
        );
        deps.sitesHost.setHandler(deployments.sitesHost);
        deps.rootLifecycle.addStartupHook(() => deployments.start());
        deps.rootLifecycle.addBeforeShutdownHook(() => deployments.stop());
        await CustomerSuspensions.create({
          ...shared,
          store: new CustomerSuspensionsStore(),
        }).start(deps.scheduler);
        await scheduleDriftChecks(deps.scheduler, {
          ...deployments.driftTurns,
          directory: deps.directory,
        });
        await scheduleRewrap(deps.scheduler, deployments.rewrapSecrets);
        await scheduleRemoval(deps.scheduler, deployments.removeOldHistory);
        await schedulePurge(deps.scheduler, {
          ...shared,
          sites: new SitesStore(),
          contents: new ContentsStore(),
        });
      },
    });
  },
});
