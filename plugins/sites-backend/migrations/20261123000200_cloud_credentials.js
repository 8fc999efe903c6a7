const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cloud_credentials', table => {
    table.comment(
      'How runs sign in to a cloud: of a customer, or of the business (default)',
    );
    table.text('tenant_id').notNullable();
    table.text('cloud').notNullable();
    table.text('credential_id').notNullable();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('account').notNullable().comment('Of the cloud, as it says');
    table.text('principal').notNullable().comment('Who the cloud says it is');
    table.text('access_key_ending');
    table.text('role_arn');
    table.text('external_id');
    table
      .binary('ciphertext')
      .comment('The secret, encrypted; a role has none of its own');
    table.text('updated_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('last_used_at');
    // One per cloud: which one a run uses is never a question.
    table.primary(['tenant_id', 'cloud']);
    table.unique(['tenant_id', 'credential_id']);
  });
  await knex.raw(
    `alter table cloud_credentials add constraint cloud_credentials_kind_known
       check (case kind
                when 'access-key' then ciphertext is not null
                when 'role' then role_arn is not null and external_id is not null
                else false
              end)`,
  );
  await isolateTenantTable(knex, 'cloud_credentials');

  await knex.schema.alterTable('sites', table => {
    table
      .text('credential_owner')
      .comment(
        'Whose credential made it, customer or business; null where none is needed',
      );
  });
  await knex.raw(
    `alter table sites add constraint sites_credential_owner_known
       check (credential_owner in ('customer', 'business'))`,
  );
  await knex.raw(
    `create index sites_credential_index on sites
       (tenant_id, cloud, credential_owner) where deleted_at is null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sites', table => {
    table.dropColumn('credential_owner');
  });
  await knex.schema.dropTable('cloud_credentials');
};
