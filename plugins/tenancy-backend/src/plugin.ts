import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  customerCreatePermission,
  customerListPermission,
  customerPermissions,
  RESOURCE_TYPE_CUSTOMER,
} from '@freehold/plugin-tenancy-common';
import {
  createTenantResource,
  outboxServiceRef,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import { migrate } from './database/migrate';
import { createReceivers } from './outbox/createReceivers';
import { createOutboxRouter } from './outbox/receiveOutbox';
import { createRouter } from './routes/createRouter';
import { AccessService } from './services/AccessService';
import { CallersService } from './services/CallersService';
import { CustomersService } from './services/CustomersService';
import { loadDemo } from './services/loadDemo';
import { MembersService } from './services/MembersService';
import { OwnershipService } from './services/OwnershipService';
import { PasswordLinks } from './services/PasswordLinks';
import { SettingsService } from './services/SettingsService';
import { SuspensionsService } from './services/SuspensionsService';
import { TenancyEvents } from './services/TenancyEvents';
import { ViewingsService } from './services/ViewingsService';

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
        logger: coreServices.logger,
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
          passwordLinks: PasswordLinks.create(deps),
          events: TenancyEvents.create(deps),
          outbox: deps.outbox,
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
          permissions: customerPermissions,
        });
        deps.httpRouter.use(
          createOutboxRouter({
            httpAuth,
            logger,
            receivers: createReceivers(),
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
            members: MembersService.create(collaborators),
            accessTable: AccessService.create(collaborators),
            ownership: OwnershipService.create(collaborators),
            settings: SettingsService.create(collaborators),
            suspensions: SuspensionsService.create(collaborators),
            viewings: ViewingsService.create(collaborators),
          }),
        );
      },
    });
  },
});
