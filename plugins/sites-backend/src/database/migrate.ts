import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';

export const migrationsDirectory = resolvePackagePath(
  '@freehold/plugin-sites-backend',
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
