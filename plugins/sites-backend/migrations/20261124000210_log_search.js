const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployment_log_words', table => {
    table.comment('Which words a deployment’s log has, to search many logs');
    table.text('tenant_id').notNullable();
    table.specificType('word', 'text collate "C"').notNullable();
    table.text('deployment_id').notNullable();
    table.primary(['tenant_id', 'word', 'deployment_id']);
    table
      .foreign(['tenant_id', 'deployment_id'])
      .references(['tenant_id', 'deployment_id'])
      .inTable('deployments')
      .onDelete('cascade');
  });
  await knex.raw(
    `create index deployment_log_words_across_index
       on deployment_log_words (word, deployment_id)`,
  );
  // For the cascade, and for logs whose time is over.
  await knex.raw(
    `create index deployment_log_words_of_deployment_index
       on deployment_log_words (tenant_id, deployment_id)`,
  );
  await addWordsOfOldLines(knex);
  await isolateTenantTable(knex, 'deployment_log_words');
  await knex.raw(
    'revoke update on deployment_log_words from freehold_tenant, freehold_all',
  );

  await knex.schema.alterTable('deployments', table => {
    table
      .timestamp('log_removed_at')
      .comment('When its log was deleted because its time was over');
  });
  await knex.raw(
    `create index deployments_log_kept_index on deployments (finished_at)
       where finished_at is not null and log_removed_at is null`,
  );
};

/** Before the table is isolated; the old ones look empty to the migration. */
async function addWordsOfOldLines(knex) {
  const forced = ['deployments', 'deployment_log'];
  for (const table of forced) {
    await knex.raw('alter table ?? no force row level security', [table]);
  }
  await knex.raw(
    `insert into deployment_log_words (tenant_id, word, deployment_id)
       select distinct tenant_id, left(found[1], 64), deployment_id
         from deployment_log,
              regexp_matches(lower(text), '[[:alnum:]_]{2,}', 'g') as found
       on conflict do nothing`,
  );
  for (const table of forced) {
    await knex.raw('alter table ?? force row level security', [table]);
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index deployments_log_kept_index');
  await knex.schema.alterTable('deployments', table => {
    table.dropColumn('log_removed_at');
  });
  await knex.schema.dropTable('deployment_log_words');
};
