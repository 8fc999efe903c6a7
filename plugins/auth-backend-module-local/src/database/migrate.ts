import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';

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
    directory: resolvePackagePath(
      '@freehold/plugin-auth-backend-module-local',
      'migrations',
    ),
    tableName: 'freehold_local_migrations',
  });
}
