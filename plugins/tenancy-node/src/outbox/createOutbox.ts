import type { Knex } from 'knex';
import { isolateTenantTable } from '../database';

/**
 * Makes the plugin's `outbox`, for use in migrations. Migrations of the past
 * call this function, so what it does never changes.
 */
export async function createOutbox(knex: Knex): Promise<void> {
  await knex.schema.createTable('outbox', table => {
    table.comment('What leaves after commit; a row that is gone was received');
    table.text('tenant_id').notNullable();
    table.uuid('message_id').notNullable();
    table.bigIncrements('position', { primaryKey: false });
    table.text('kind').notNullable();
    table
      .binary('sealed_message')
      .notNullable()
      .comment('JSON, in an envelope: mails hold links');
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'message_id']);
    table.index(['due_at', 'position']);
  });
  await isolateTenantTable(knex, 'outbox');
}
