const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('email_changes', table => {
    table.comment('Addresses that wait to be confirmed; one per member');
    table.text('tenant_id').notNullable();
    table.text('member_name').notNullable();
    table.text('old_email').notNullable();
    table.text('new_email').notNullable();
    table.text('old_token_hash').notNullable().comment('SHA-256 of the link');
    table
      .text('new_token_hash')
      .notNullable()
      .comment('SHA-256 of a link that nobody got where the address was taken');
    table.timestamp('old_confirmed_at');
    table.timestamp('new_confirmed_at');
    table.timestamp('created_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.primary(['tenant_id', 'member_name']);
    table.unique(['tenant_id', 'old_token_hash']);
    table.unique(['tenant_id', 'new_token_hash']);
    table
      .foreign(['tenant_id', 'member_name'])
      .references(['tenant_id', 'member_name'])
      .inTable('members');
  });
  await isolateTenantTable(knex, 'email_changes');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('email_changes');
};
