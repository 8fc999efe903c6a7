/**
 * A default fills the rows there are as well, whatever row security hides.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sites', table => {
    table
      .jsonb('specification')
      .notNullable()
      .defaultTo(
        JSON.stringify({
          runtime: { kind: 'static' },
          domains: [],
          environment: {},
          secretReferences: {},
          addOns: {},
        }),
      )
      .comment('How the site runs, and what it has beside it');
    table
      .jsonb('dns_records')
      .notNullable()
      .defaultTo('[]')
      .comment('Records that domains of the customer need');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sites', table => {
    table.dropColumn('specification');
    table.dropColumn('dns_records');
  });
};
