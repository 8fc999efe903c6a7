import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { type CheckedTrail, readTrails } from './services/AuditVerification';

/**
 * Checks the trails of all tenants, one after the other, for the command line:
 * reads the database that the configuration names and changes nothing.
 *
 * @throws NotFoundError when the portal's tables do not exist yet
 */
export async function* verifyAuditTrails(options: {
  config: RootConfigService;
  logger: LoggerService;
}): AsyncGenerator<CheckedTrail> {
  const shutdownHooks: Array<() => void | Promise<void>> = [];
  const lifecycle: RootLifecycleService = {
    addStartupHook() {},
    addBeforeShutdownHook() {},
    addShutdownHook: hook => shutdownHooks.push(hook),
  };
  const manager = DatabaseManager.fromConfig(options.config, {
    rootLifecycle: lifecycle,
  });
  const { logger } = options;
  try {
    const database = await TenantDatabase.create(
      manager.forPlugin('tenancy', { logger, lifecycle }),
    );
    const hasTables = await database.transaction(BUSINESS_TENANT, trx =>
      trx.schema.hasTable('audit_events'),
    );
    if (!hasTables) {
      throw new NotFoundError(
        'The portal has no audit trail yet: start it once first',
      );
    }
    yield* readTrails(database);
  } finally {
    await Promise.all(shutdownHooks.map(hook => hook()));
  }
}
