/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('customers', table => {
    table.timestamp('suspended_at');
    table.text('suspended_reason');
    table.text('suspended_by').comment('Entity ref of who suspended it');
    table.text('suspended_by_name');
    table
      .timestamp('signed_in_after')
      .comment('Sessions from before it have ended, also after a resumption');
    table
      .boolean('suspends_sites')
      .notNullable()
      .defaultTo(false)
      .comment('While suspended, visitors of its sites see a notice');
  });
  await knex.raw(`
    alter table customers
      drop constraint customers_state_known,
      add constraint customers_state_known check
        (state in ('active', 'suspended', 'deactivated')),
      add constraint customers_suspension_explained check
        ((state = 'suspended') = (suspended_at is not null)
         and (state = 'suspended') = (suspended_reason is not null)
         and (state = 'suspended') = (suspended_by is not null)
         and (state = 'suspended' or not suspends_sites))`);
  // For those who keep sites in step with their customers.
  await knex.raw(
    'create index customers_suspending_sites on customers (tenant_id) where suspends_sites',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index customers_suspending_sites');
  await knex.raw(
    'alter table customers drop constraint customers_suspension_explained',
  );
  // What was suspended stays locked, in the one way the older portal knows.
  await knex.raw('alter table customers no force row level security');
  await knex('customers')
    .where({ state: 'suspended' })
    .update({
      state: 'deactivated',
      deactivated_at: knex.ref('suspended_at'),
      deactivated_reason: knex.ref('suspended_reason'),
    });
  await knex.raw('alter table customers force row level security');
  await knex.raw(`
    alter table customers
      drop constraint customers_state_known,
      add constraint customers_state_known check
        (state in ('active', 'deactivated'))`);
  await knex.schema.alterTable('customers', table => {
    table.dropColumns(
      'suspended_at',
      'suspended_reason',
      'suspended_by',
      'suspended_by_name',
      'suspends_sites',
      'signed_in_after',
    );
  });
};
