import type { DatabaseService } from '@backstage/backend-plugin-api';
import path from 'node:path';

// Resolved from here: resolvePackagePath looks from where Backstage is
// installed, which in a checkout is beside the sources, not beside this build.
export const migrationsDirectory = path.join(
  path.dirname(
    require.resolve('@freehold/plugin-auth-backend-module-local/package.json'),
  ),
  'migrations',
);

/**
 * Brings this module's tables up to date. They live in the auth plugin's
 * schema, so the module keeps a migration journal of its own beside Backstage's.
 */
export async function migrate(database: DatabaseService): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  await knex.migrate.latest({
    directory: migrationsDirectory,
    tableName: 'freehold_local_migrations',
  });
}
