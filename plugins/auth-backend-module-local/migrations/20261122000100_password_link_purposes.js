/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('local_password_links', table => {
    table
      .text('purpose')
      .notNullable()
      .defaultTo('given')
      .comment('given: by an admin; reset: asked for by the address');
    table.dropPrimary();
    table.primary(['tenant_id', 'member_name', 'purpose']);
  });
  await knex.raw(`
    alter table local_password_links
      add constraint local_password_links_purpose_known check
        (purpose in ('given', 'reset'))`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(
    'alter table local_password_links no force row level security',
  );
  await knex('local_password_links').where({ purpose: 'reset' }).delete();
  await knex.raw('alter table local_password_links force row level security');
  await knex.schema.alterTable('local_password_links', table => {
    table.dropPrimary();
    table.dropColumn('purpose');
    table.primary(['tenant_id', 'member_name']);
  });
};
