const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('viewings', table => {
    table.comment('When staff viewed the portal as a customer, and why');
    table.text('tenant_id').notNullable();
    table.text('viewing_id').notNullable();
    table.text('staff_ref').notNullable().comment('Entity ref of who viewed');
    table.text('staff_display_name').notNullable();
    table.text('reason').notNullable();
    table.timestamp('started_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('expires_at').notNullable();
    table.timestamp('ended_at');
    table.primary(['tenant_id', 'viewing_id']);
    table.foreign('tenant_id').references('customers.tenant_id');
  });
  await knex.raw(`
    alter table viewings
      add constraint viewings_reason_is_told check
        (length(reason) <= 500 and reason ~ '\\S'),
      add constraint viewings_are_short check
        (expires_at > started_at
         and expires_at <= started_at + interval '60 minutes'),
      add constraint viewings_of_customers check (tenant_id <> 'default')`);
  // Looked up at each request of the staff.
  await knex.raw(
    'create index viewings_open on viewings (staff_ref) where ended_at is null',
  );
  await knex.raw(
    'create index viewings_by_age on viewings (tenant_id, started_at desc)',
  );
  await isolateTenantTable(knex, 'viewings');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('viewings');
};
