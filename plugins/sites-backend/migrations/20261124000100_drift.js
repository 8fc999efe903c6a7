const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

const UNFINISHED = `state not in ('succeeded', 'failed', 'cancelled')`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(
    `alter table deployments
       drop constraint deployments_kind_known,
       add constraint deployments_kind_known check
         (kind in ('apply', 'destroy', 'check', 'accept'))`,
  );
  // A check gives way to a change, so one of each may be there; but no two of a
  // site ever run at a time.
  await knex.raw('drop index deployments_one_active_per_site');
  await knex.raw(
    `create unique index deployments_one_active_per_site
       on deployments (tenant_id, site_id)
       where ${UNFINISHED} and kind <> 'check'`,
  );
  await knex.raw(
    `create unique index deployments_one_check_per_site
       on deployments (tenant_id, site_id)
       where ${UNFINISHED} and kind = 'check'`,
  );
  await knex.raw(
    `create unique index deployments_one_run_per_site
       on deployments (tenant_id, site_id)
       where state in ('planning', 'applying')`,
  );

  await knex.schema.alterTable('sites', table => {
    table
      .timestamp('drift_turn_at')
      .comment('When the turn of its drift check last came');
    table
      .timestamp('drift_checked_at')
      .comment('When a drift check last came to an end');
    table
      .timestamp('drift_found_at')
      .comment('Since when it is known to have drifted; null when it has not');
    table
      .text('drift_check_id')
      .comment('The newest check that found the present drift');
    table
      .text('drift_finding')
      .comment('SHA-256 of what was found, so that it is told of once');
  });
  await knex.raw(
    `create index sites_drift_turn_index on sites (tenant_id, drift_turn_at)
       where deleted_at is null`,
  );
  await knex.raw(
    `create index sites_drifted_index on sites (tenant_id, name)
       where drift_found_at is not null and deleted_at is null`,
  );

  await knex.schema.createTable('drift_turns', table => {
    table.comment('Checks of the last hour, which the budget is kept by');
    table.text('tenant_id').notNullable();
    table.text('turn_id').notNullable();
    table.timestamp('taken_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'turn_id']);
    table.index(['taken_at']);
  });
  await isolateTenantTable(knex, 'drift_turns');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drift_turns');
  await knex.schema.alterTable('sites', table => {
    table.dropColumns(
      'drift_turn_at',
      'drift_checked_at',
      'drift_found_at',
      'drift_check_id',
      'drift_finding',
    );
  });
  // Row security is forced on the owner, too, who would delete nothing.
  await knex.raw('alter table deployments no force row level security');
  await knex.raw(`delete from deployments where kind in ('check', 'accept')`);
  await knex.raw('alter table deployments force row level security');
  await knex.raw('drop index deployments_one_run_per_site');
  await knex.raw('drop index deployments_one_check_per_site');
  await knex.raw('drop index deployments_one_active_per_site');
  await knex.raw(
    `create unique index deployments_one_active_per_site
       on deployments (tenant_id, site_id) where ${UNFINISHED}`,
  );
  await knex.raw(
    `alter table deployments
       drop constraint deployments_kind_known,
       add constraint deployments_kind_known check (kind in ('apply', 'destroy'))`,
  );
};
