/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deployments', table => {
    table
      .timestamp('claimed_at')
      .comment('When a worker last took it up; whose turn it is depends on it');
    table
      .timestamp('next_attempt_at')
      .comment('While queued: not before; null for at once');
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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployments', table => {
    table.dropColumns('claimed_at', 'next_attempt_at');
  });
  await knex.raw('drop index if exists deployments_queue_index');
  await knex.raw('drop index if exists deployments_running_index');
};
