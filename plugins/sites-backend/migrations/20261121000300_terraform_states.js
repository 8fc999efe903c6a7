const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('terraform_states', table => {
    table.comment('Every version of a site’s Terraform state, encrypted');
    table.text('tenant_id').notNullable();
    table.text('site_id').notNullable();
    table.integer('version').notNullable();
    table.bigInteger('serial').notNullable();
    table.text('lineage').notNullable();
    table.text('deployment_id').notNullable();
    table
      .text('sha256')
      .notNullable()
      .comment('Of the state as Terraform sent it');
    table.binary('ciphertext').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'site_id', 'version']);
    ofSite(table);
  });

  await knex.schema.createTable('terraform_locks', table => {
    table.text('tenant_id').notNullable();
    table.text('site_id').notNullable();
    table.text('lock_id').notNullable();
    table.jsonb('info').notNullable();
    table.text('deployment_id').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'site_id']);
    ofSite(table);
  });

  for (const table of ['terraform_states', 'terraform_locks']) {
    await isolateTenantTable(knex, table);
  }
};

function ofSite(table) {
  table
    .foreign(['tenant_id', 'site_id'])
    .references(['tenant_id', 'site_id'])
    .inTable('sites')
    .onDelete('cascade');
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['terraform_locks', 'terraform_states']) {
    await knex.schema.dropTable(table);
  }
};
