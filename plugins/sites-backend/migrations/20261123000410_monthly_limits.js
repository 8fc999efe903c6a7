const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('monthly_limits', table => {
    table.comment('What all sites of a customer may cost a month');
    table.text('tenant_id').notNullable().primary();
    table.decimal('amount', 20, 6).notNullable();
    table.text('currency').notNullable();
    table.text('reason').notNullable();
    table.text('set_by').notNullable();
    table.timestamp('set_at').notNullable().defaultTo(knex.fn.now());
  });
  await knex.raw(
    `alter table monthly_limits
       add constraint monthly_limits_not_negative check (amount >= 0)`,
  );
  await isolateTenantTable(knex, 'monthly_limits');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monthly_limits');
};
