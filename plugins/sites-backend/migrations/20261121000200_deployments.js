const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

const FINAL_STATES = `('succeeded', 'failed', 'cancelled')`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployments', table => {
    table.text('tenant_id').notNullable();
    table.text('deployment_id').notNullable();
    table.text('site_id').notNullable();
    table.text('kind').notNullable();
    table.text('state').notNullable();
    table
      .jsonb('desired')
      .notNullable()
      .comment('What the site is to be once this deployment succeeded');
    table.text('requested_by').notNullable();
    table.text('retry_of');
    table.decimal('amount', 20, 6).notNullable();
    table.text('currency').notNullable();
    table.text('price_version').notNullable();
    table.jsonb('plan').comment('For people; sensitive values are redacted');
    table.text('plan_hash').comment('SHA-256 of the plan file');
    table.jsonb('plan_base').comment('State serial and lineage planned from');
    table.jsonb('checks').notNullable().defaultTo('[]');
    table.boolean('requires_approval').notNullable().defaultTo(false);
    table.jsonb('approval');
    table.timestamp('cancel_requested_at');
    table.text('cancel_requested_by');
    table.text('failure_code');
    table.text('failure_message');
    table.text('worker_id');
    table.timestamp('heartbeat_at');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('run_token_hash');
    table.bigInteger('log_length').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('finished_at');
    table.primary(['tenant_id', 'deployment_id']);
    table
      .foreign(['tenant_id', 'site_id'])
      .references(['tenant_id', 'site_id'])
      .inTable('sites')
      .onDelete('cascade');
  });
  await knex.raw(
    `alter table deployments
       add constraint deployments_state_known check (state in
         ('queued', 'planning', 'awaiting-approval', 'applying',
          'succeeded', 'failed', 'cancelled')),
       add constraint deployments_kind_known check (kind in ('apply', 'destroy'))`,
  );
  await createDeploymentIndexes(knex);

  await knex.schema.createTable('deployment_steps', table => {
    table.text('tenant_id').notNullable();
    table.text('deployment_id').notNullable();
    table.integer('seq').notNullable();
    table.text('state').notNullable();
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'deployment_id', 'seq']);
    ofDeployment(table);
  });

  await knex.schema.createTable('deployment_log', table => {
    table.text('tenant_id').notNullable();
    table.text('deployment_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.timestamp('at').notNullable().defaultTo(knex.fn.now());
    table.text('stream').notNullable();
    table.text('text').notNullable();
    table.primary(['tenant_id', 'deployment_id', 'seq']);
    ofDeployment(table);
  });

  await knex.schema.createTable('plan_files', table => {
    table.text('tenant_id').notNullable();
    table.text('deployment_id').notNullable();
    table.binary('ciphertext').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'deployment_id']);
    ofDeployment(table);
  });

  for (const table of [
    'deployments',
    'deployment_steps',
    'deployment_log',
    'plan_files',
  ]) {
    await isolateTenantTable(knex, table);
  }
  // History is appended to and purged with its site, never rewritten.
  await knex.raw(
    `revoke update on deployment_steps, deployment_log
       from freehold_tenant, freehold_all`,
  );
};

function ofDeployment(table) {
  table
    .foreign(['tenant_id', 'deployment_id'])
    .references(['tenant_id', 'deployment_id'])
    .inTable('deployments')
    .onDelete('cascade');
}

async function createDeploymentIndexes(knex) {
  await knex.raw(
    `create unique index deployments_one_active_per_site
       on deployments (tenant_id, site_id) where state not in ${FINAL_STATES}`,
  );
  await knex.raw(
    `create index deployments_of_site_index
       on deployments (tenant_id, site_id, created_at desc)`,
  );
  await knex.raw(
    `create index deployments_of_tenant_index
       on deployments (tenant_id, created_at desc)`,
  );
  await knex.raw(
    'create index deployments_newest_index on deployments (created_at desc)',
  );
  // Sweeper and recovery look at what is not finished, across tenants.
  await knex.raw(
    `create index deployments_unfinished_index
       on deployments (state, heartbeat_at) where state not in ${FINAL_STATES}`,
  );
  await knex.raw(
    `create index deployments_failed_index
       on deployments (finished_at) where state = 'failed'`,
  );
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'plan_files',
    'deployment_log',
    'deployment_steps',
    'deployments',
  ]) {
    await knex.schema.dropTable(table);
  }
};
