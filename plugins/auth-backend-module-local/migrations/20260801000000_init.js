const {
  grantAcrossTenants,
  isolateTenantTable,
} = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('local_accounts', table => {
    table.comment('Passwords of members; the e-mail is the directory’s');
    table.text('tenant_id').notNullable();
    table.text('member_name').notNullable();
    table.text('password_hash').notNullable().comment('argon2id, PHC format');
    table.timestamp('password_set_at').notNullable();
    table.primary(['tenant_id', 'member_name']);
  });

  await knex.schema.createTable('local_sessions', table => {
    table.comment('Who is signed in where; a row that is gone is a sign-out');
    table.text('tenant_id').notNullable();
    table.text('session_id').notNullable();
    table.text('member_name').notNullable();
    table.text('secret_hash').notNullable().comment('SHA-256 of the cookie');
    table.text('previous_secret_hash').comment('Of the cookie before this one');
    table
      .timestamp('rotated_at')
      .notNullable()
      .comment('Since when secret_hash holds');
    table.timestamp('created_at').notNullable();
    table.timestamp('last_used_at').notNullable();
    table.timestamp('expires_at').notNullable().comment('Absolute limit');
    table.text('device').notNullable().comment('User agent, shortened');
    table.text('address').notNullable().comment('Network address at sign-in');
    table.primary(['tenant_id', 'session_id']);
    table.unique(['tenant_id', 'secret_hash']);
    table.index(['tenant_id', 'previous_secret_hash']);
    table.index(['tenant_id', 'member_name']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('local_session_tokens', table => {
    table.comment('Which session each issued Backstage token belongs to');
    table.text('tenant_id').notNullable();
    table
      .text('proof_hash')
      .notNullable()
      .comment(
        'SHA-256 of the signature that the token and its limited twin share',
      );
    table.text('session_id').notNullable();
    table.timestamp('expires_at').notNullable();
    table.primary(['tenant_id', 'proof_hash']);
    table
      .foreign(['tenant_id', 'session_id'])
      .references(['tenant_id', 'session_id'])
      .inTable('local_sessions')
      .onDelete('CASCADE');
    table.index(['tenant_id', 'session_id']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('local_password_links', table => {
    table.comment('Single-use links to set a password; at most one per member');
    table.text('tenant_id').notNullable();
    table.text('member_name').notNullable();
    table.text('secret_hash').notNullable().comment('SHA-256 of the link');
    table.timestamp('created_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.primary(['tenant_id', 'member_name']);
    table.unique(['tenant_id', 'secret_hash']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('local_sign_in_attempts', table => {
    table.comment('Failures per hashed e-mail and address; of no tenant');
    table.text('subject').notNullable().primary();
    table.integer('failures').notNullable();
    table.timestamp('last_attempt_at').notNullable();
    table.timestamp('blocked_until').notNullable();
    table.index(['last_attempt_at']);
  });

  for (const table of [
    'local_accounts',
    'local_sessions',
    'local_session_tokens',
    'local_password_links',
  ]) {
    await isolateTenantTable(knex, table);
  }
  await grantAcrossTenants(knex, 'local_sign_in_attempts');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'local_sign_in_attempts',
    'local_password_links',
    'local_session_tokens',
    'local_sessions',
    'local_accounts',
  ]) {
    await knex.schema.dropTable(table);
  }
};
