const {
  grantAcrossTenants,
  isolateTenantTable,
} = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('invitations', table => {
    table.comment('People who were asked by mail to become members or staff');
    table.text('tenant_id').notNullable();
    table.text('invitation_id').notNullable();
    table.text('email').notNullable();
    table.text('role').notNullable();
    table.text('token_hash').notNullable().comment('SHA-256 of the link');
    table.text('invited_by').comment('Entity ref of a user');
    table.text('inviter_name');
    table.timestamp('created_at').notNullable();
    table.timestamp('sent_at').notNullable().comment('Of the last mail');
    table.timestamp('expires_at').notNullable();
    table.timestamp('accepted_at');
    table.text('member_name').comment('Who it became');
    table.timestamp('revoked_at');
    table.primary(['tenant_id', 'invitation_id']);
    table.unique(['tenant_id', 'token_hash']);
    table
      .foreign(['tenant_id', 'member_name'])
      .references(['tenant_id', 'member_name'])
      .inTable('members');
    table.index(['tenant_id', 'created_at']);
  });
  await knex.raw(`
    alter table invitations
      add constraint invitations_role_of_their_tenant check
        (case when tenant_id = 'default'
          then role in ('operator', 'finance', 'support')
          else role in ('owner', 'admin', 'developer', 'billing', 'viewer')
        end),
      add constraint invitations_acceptance_whole check
        ((accepted_at is null) = (member_name is null)),
      add constraint invitations_end_once check
        (accepted_at is null or revoked_at is null)`);
  await knex.raw(`
    create unique index invitations_one_per_address
      on invitations (tenant_id, lower(email))
      where accepted_at is null and revoked_at is null`);
  await isolateTenantTable(knex, 'invitations');

  // In the shape that rate-limiter-flexible reads and writes.
  await knex.schema.createTable('token_guesses', table => {
    table.comment('Wrong tokens per hashed network address; of no tenant');
    table.string('key', 255).notNullable().primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire').comment('Milliseconds since 1970');
  });
  await grantAcrossTenants(knex, 'token_guesses');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('token_guesses');
  await knex.schema.dropTable('invitations');
};
