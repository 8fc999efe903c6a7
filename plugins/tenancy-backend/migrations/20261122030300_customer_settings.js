/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('customers', table => {
    table.text('contact_email');
    table
      .boolean('approval_is_own_choice')
      .notNullable()
      .defaultTo(false)
      .comment('The customer asked for approvals itself, and may end that');
  });
  await knex.raw(`
    alter table customers
      add constraint customers_contact_has_two_sides check
        (contact_email is null
         or (length(contact_email) <= 254 and contact_email ~ '^[^@]+@[^@]+$'))`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('customers', table => {
    table.dropColumns('contact_email', 'approval_is_own_choice');
  });
};
