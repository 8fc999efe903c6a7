/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('terraform_states', table => {
    table.integer('bytes').comment('Of the plain state; null if kept before');
    table.integer('resource_count').comment('Null if kept before it was known');
    table
      .integer('restored_from')
      .comment('The version that a person made this one of');
    table.text('restored_by').comment('Who did; null when a run made it');
  });
  await knex.raw(
    'alter table terraform_states alter column deployment_id drop not null',
  );
  await knex.raw(
    `alter table terraform_states add constraint terraform_states_made_by check
       (deployment_id is not null or restored_by is not null)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(
    'alter table terraform_states drop constraint terraform_states_made_by',
  );
  await knex.schema.alterTable('terraform_states', table => {
    table.dropColumns(
      'bytes',
      'resource_count',
      'restored_from',
      'restored_by',
    );
  });
};
