const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('customer_limits', table => {
    table.comment('Limits agreed with one customer; null: as its tier');
    table.text('tenant_id').notNullable().primary();
    table.integer('requests_per_minute');
    table.integer('deployments_per_hour');
    table.integer('sites');
    table.specificType('sizes', 'text[]');
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.foreign('tenant_id').references('customers.tenant_id');
  });
  await knex.raw(`
    alter table customer_limits
      add constraint customer_limits_make_sense check
        (requests_per_minute >= 1 and deployments_per_hour >= 0 and sites >= 0)`);
  await isolateTenantTable(knex, 'customer_limits');

  // In the shape of rate-limiter-flexible. Not logged: what it counts is over
  // in a minute, and a crash may begin to count anew.
  await knex.raw(`
    create unlogged table request_counts (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    ) with (fillfactor = 50)`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('request_counts');
  await knex.schema.dropTable('customer_limits');
};
