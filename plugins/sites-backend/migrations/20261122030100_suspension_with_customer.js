/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sites', table => {
    table
      .boolean('suspended_with_customer')
      .notNullable()
      .defaultTo(false)
      .comment('Suspended since its customer is; resumes with it');
  });
  await knex.raw(
    `create index sites_suspended_with_customer on sites (tenant_id)
       where suspended_with_customer`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sites', table => {
    table.dropColumn('suspended_with_customer');
  });
};
