import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { openDatabases } from '@freehold/plugin-tenancy-node';
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
  const databases = openDatabases(options.config, options.logger);
  try {
    const database = await databases.forPlugin('tenancy');
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
    await databases.close();
  }
}
