import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  customerCreatePermission,
  customerDeactivatePermission,
  customerListPermission,
  customerReadPermission,
  customerUpdatePermission,
  memberManagePermission,
  memberReadPermission,
  RESOURCE_TYPE_CUSTOMER,
} from '@freehold/plugin-tenancy-common';
import {
  createTenantResource,
  outboxServiceRef,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
  tenantLimitsServiceRef,
} from '@freehold/plugin-tenancy-node';
import { migrate } from './database/migrate';
import { createReceivers } from './outbox/createReceivers';
import { createOutboxRouter } from './outbox/receiveOutbox';
import { createRouter } from './routes/createRouter';
import { CallersService } from './services/CallersService';
import { CustomersService } from './services/CustomersService';
import { LimitsService } from './services/LimitsService';
import { loadDemo } from './services/loadDemo';
import { MembersService } from './services/MembersService';
import { PasswordLinks } from './services/PasswordLinks';
import { TenancyEvents } from './services/TenancyEvents';

/** Customers of the hosting business and their members. */
export const tenancyPlugin = createBackendPlugin({
  pluginId: 'tenancy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
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
        notifications: notificationService,
        outbox: outboxServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { auditor, config, httpAuth, logger, permissionsRegistry } = deps;
        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        await loadDemo({ config, database, logger });

        const collaborators = {
          database,
          directory: deps.directory,
          limits: deps.limits,
          outbox: deps.outbox,
          passwordLinks: PasswordLinks.create(deps),
          events: TenancyEvents.create(deps),
        };
        permissionsRegistry.addPermissions([
          customerListPermission,
          customerCreatePermission,
        ]);
        permissionsRegistry.addResourceType({
          ...createTenantResource({
            pluginId: 'tenancy',
            resourceType: RESOURCE_TYPE_CUSTOMER,
          }),
          permissions: [
            customerReadPermission,
            customerUpdatePermission,
            customerDeactivatePermission,
            memberReadPermission,
            memberManagePermission,
          ],
        });
        deps.httpRouter.use(
          createOutboxRouter({
            httpAuth,
            logger,
            receivers: createReceivers(deps),
          }),
        );
        deps.httpRouter.use(
          createRouter({
            httpAuth,
            auditor,
            access: TenantAccess.create(deps.permissions),
            callers: CallersService.create({
              directory: deps.directory,
              businessName:
                config.getOptionalString('organization.name') ?? 'Staff',
            }),
            customers: CustomersService.create(collaborators),
            limits: LimitsService.create(collaborators),
            members: MembersService.create(collaborators),
          }),
        );
      },
    });
  },
});
