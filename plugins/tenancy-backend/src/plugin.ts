import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  customerCreatePermission,
  customerListPermission,
  customerPermissions,
  mailReadPermission,
  mailSendPermission,
  RESOURCE_TYPE_CUSTOMER,
} from '@freehold/plugin-tenancy-common';
import {
  createEnvelopeCipher,
  createTenantResource,
  outboxServiceRef,
  Refusals,
  TenantAccess,
  TenantDatabase,
  tenantDirectoryServiceRef,
  tenantLimitsServiceRef,
} from '@freehold/plugin-tenancy-node';
import { migrate } from './database/migrate';
import { scheduleAuditJobs } from './jobs/scheduleAuditJobs';
import { createMail } from './mail/createMail';
import { readMailConfig } from './mail/mailConfig';
import { createReceivers } from './outbox/createReceivers';
import { createOutboxRouter } from './outbox/receiveOutbox';
import { readAuditConfig } from './readAuditConfig';
import { createRouter } from './routes/createRouter';
import { createServices } from './services/createServices';
import { AuditRetention } from './services/AuditRetention';
import { AuditTrail } from './services/AuditTrail';
import { AuditVerification } from './services/AuditVerification';
import { GuessLimiter } from './services/GuessLimiter';
import { loadDemo } from './services/loadDemo';

/** Customers of the hosting business and their members. */
export const tenancyPlugin = createBackendPlugin({
  pluginId: 'tenancy',
  register(env) {
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
        lifecycle: coreServices.lifecycle,
        limits: tenantLimitsServiceRef,
        logger: coreServices.logger,
        notifications: notificationService,
        outbox: outboxServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, config, httpAuth, logger, permissionsRegistry } = deps;
        await migrate(deps.database);
        const database = await TenantDatabase.create(deps.database);
        await loadDemo({ config, database, logger });

        const mailConfig = readMailConfig(config);
        const mails = await createMail({
          ...deps,
          config: mailConfig,
          database,
          cipher: createEnvelopeCipher(config),
        });
        permissionsRegistry.addPermissions([
          customerListPermission,
          customerCreatePermission,
          mailReadPermission,
          mailSendPermission,
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
            receivers: createReceivers({
              ...deps,
              mails,
              trail: AuditTrail.create({ database }),
            }),
          }),
        );
        deps.httpRouter.use(
          createRouter({
            auth,
            httpAuth,
            access: TenantAccess.create(deps.permissions),
            refusals: Refusals.create({ ...deps, database }),
            ...createServices({
              ...deps,
              database,
              surroundings: mailConfig.surroundings,
            }),
            mails,
            guesses: await GuessLimiter.create(deps.database),
          }),
        );
        // For people who cannot sign in yet, or hold a link of a mail.
        for (const path of ['/invitations', '/email-changes']) {
          deps.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }

        const audit = readAuditConfig(config);
        await scheduleAuditJobs(deps.scheduler, {
          verification: AuditVerification.create({ ...deps, database }),
          retention: AuditRetention.create({
            database,
            logger,
            times: audit.retention,
          }),
          checkFrequency: audit.checkFrequency,
        });
      },
    });
  },
});
