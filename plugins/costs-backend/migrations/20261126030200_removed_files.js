/**
 * Files of imports are kept for as long as something may need them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'alter table cost_imports add column file_removed_at timestamptz',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table cost_imports drop column file_removed_at');
};
