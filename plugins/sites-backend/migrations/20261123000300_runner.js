const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deployments', table => {
    table
      .timestamp('claimed_at')
      .comment('When a worker last took it up; whose turn it is depends on it');
    table
      .timestamp('next_attempt_at')
      .comment('While queued: not before; null for at once');
    table
      .jsonb('setback')
      .comment('What ended the last attempt, while another is to come');
    table.timestamp('approval_expires_at');
    table
      .jsonb('voided_approval')
      .comment('The last approval that held no more once the state moved on');
    table
      .timestamp('killed_at')
      .comment('Terraform was ended by force; its state may lack something');
    table
      .boolean('is_cancel_forced')
      .notNullable()
      .defaultTo(false)
      .comment('The cancel does not wait for Terraform');
  });
  // Whose turn it is: who waits, how many of theirs run, when one last began.
  await knex.raw(
    `create index deployments_queue_index
       on deployments (tenant_id, created_at, deployment_id)
       where state = 'queued'`,
  );
  await knex.raw(
    `create index deployments_running_index on deployments (tenant_id)
       where state in ('planning', 'applying')`,
  );
  await knex.raw(
    `create index deployments_claimed_index
       on deployments (tenant_id, claimed_at desc)
       where claimed_at is not null`,
  );

  await knex.schema.createTable('dead_letters', table => {
    table.comment('Deployments that were given up, for staff to look at');
    table.text('tenant_id').notNullable();
    table.text('deployment_id').notNullable();
    table.text('why').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.text('resolution');
    table.text('resolved_by');
    table.timestamp('resolved_at');
    table.text('resolved_reason');
    table.primary(['tenant_id', 'deployment_id']);
    table
      .foreign(['tenant_id', 'deployment_id'])
      .references(['tenant_id', 'deployment_id'])
      .inTable('deployments')
      .onDelete('cascade');
  });
  await knex.raw(
    `alter table dead_letters
       add constraint dead_letters_why_known check
         (why in ('attempts-used-up', 'interrupted-too-often', 'runner-failed')),
       add constraint dead_letters_resolution_known check
         (resolution in ('requeued', 'discarded'))`,
  );
  await knex.raw(
    `create index dead_letters_open_index on dead_letters (created_at desc)
       where resolution is null`,
  );
  await isolateTenantTable(knex, 'dead_letters');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dead_letters');
  await knex.schema.alterTable('deployments', table => {
    table.dropColumns(
      'claimed_at',
      'next_attempt_at',
      'setback',
      'approval_expires_at',
      'voided_approval',
      'killed_at',
      'is_cancel_forced',
    );
  });
};
