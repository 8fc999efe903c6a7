import type { DatabaseService } from '@backstage/backend-plugin-api';
import path from 'node:path';

// Resolved from here: resolvePackagePath looks from where Backstage is
// installed, which in a checkout is beside the sources, not beside this build.
export const migrationsDirectory = path.join(
  path.dirname(require.resolve('@freehold/plugin-costs-backend/package.json')),
  'migrations',
);

/** Brings the plugin's schema up to date. */
export async function migrate(database: DatabaseService): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  await knex.migrate.latest({ directory: migrationsDirectory });
}
