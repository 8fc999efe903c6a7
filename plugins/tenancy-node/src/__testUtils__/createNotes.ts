import type { TestDatabases } from '@backstage/backend-test-utils';
import { isolateTenantTable, TenantDatabase } from '../database';

export const CANARY = 'canary-of-birch';

/**
 * A table of tenants as migrations make them, with one row of `acme` and one
 * of `birch` that holds a canary.
 */
export async function createNotes(databases: TestDatabases) {
  const knex = await databases.init('POSTGRES_18');
  await knex.schema.createTable('notes', table => {
    table.text('tenant_id').notNullable();
    table.text('note_id').notNullable();
    table.text('body').notNullable();
    table.primary(['tenant_id', 'note_id']);
  });
  await knex('notes').insert([
    { tenant_id: 'acme', note_id: 'n1', body: 'hello' },
    { tenant_id: 'birch', note_id: 'n2', body: CANARY },
  ]);
  await isolateTenantTable(knex, 'notes');
  const database = await TenantDatabase.create({ getClient: async () => knex });
  const readAll = () =>
    database.acrossTenants('test', trx =>
      trx('notes').orderBy('note_id').select('tenant_id', 'note_id', 'body'),
    );
  return { knex, database, readAll };
}
