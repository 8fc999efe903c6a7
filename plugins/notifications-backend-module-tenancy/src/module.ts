import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { notificationsProcessingExtensionPoint } from '@backstage/plugin-notifications-node';
import {
  outboxServiceRef,
  TenantDatabase,
  tenantDirectoryServiceRef,
} from '@freehold/plugin-tenancy-node';
import { migrate } from './database/migrate';
import { MailProcessor } from './MailProcessor';
import { TenantRecipients } from './TenantRecipients';

/** Keeps notifications within a tenant, and mails them by preference. */
export const notificationsModuleTenancy = createBackendModule({
  pluginId: 'notifications',
  moduleId: 'tenancy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        directory: tenantDirectoryServiceRef,
        outbox: outboxServiceRef,
        processing: notificationsProcessingExtensionPoint,
      },
      async init({ config, database, directory, outbox, processing }) {
        await migrate(database);
        processing.setNotificationRecipientResolver(
          TenantRecipients.create(directory),
        );
        processing.addProcessor(
          MailProcessor.create({
            database: await TenantDatabase.create(database),
            directory,
            outbox,
            baseUrl: config.getString('app.baseUrl'),
          }),
        );
      },
    });
  },
});
