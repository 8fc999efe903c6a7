import path from 'node:path';
import type { DatabaseService } from '@backstage/backend-plugin-api';

// From here and not by the package's name: in a built portal inside a checkout
// the name leads to the sources, whose migrations plain Node can't run.
// eslint-disable-next-line no-restricted-syntax
export const migrationsDirectory = path.resolve(__dirname, '../../migrations');

/** Brings the plugin's schema up to date. */
export async function migrate(database: DatabaseService): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  await knex.migrate.latest({ directory: migrationsDirectory });
}
