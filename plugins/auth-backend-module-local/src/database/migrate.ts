import path from 'node:path';
import type { DatabaseService } from '@backstage/backend-plugin-api';

// From here and not by the package's name: in a built portal inside a checkout
// the name leads to the sources, whose migrations plain Node can't run.
// eslint-disable-next-line no-restricted-syntax
const migrationsDirectory = path.resolve(__dirname, '../../migrations');

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
