/**
 * A default fills the rows there are as well, whatever row security hides.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sites', table => {
    table
      .jsonb('served_domains')
      .notNullable()
      .defaultTo('[]')
      .comment('Those of its domains that the site answers at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sites', table => {
    table.dropColumn('served_domains');
  });
};
