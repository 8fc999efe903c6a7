const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

const TABLES = [
  'local_authenticators',
  'local_recovery_codes',
  'local_challenges',
  'local_known_devices',
  'local_identities',
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('local_authenticators', table => {
    table.comment('Second factors of members');
    table.text('tenant_id').notNullable();
    table.text('authenticator_id').notNullable();
    table.text('member_name').notNullable();
    table.text('kind').notNullable().comment('totp or passkey');
    table.text('name').notNullable().comment('What the member calls it');
    table.binary('sealed_secret').comment('Of a totp: EnvelopeCipher');
    table
      .bigInteger('last_used_step')
      .comment('Of a totp: no code of this step or before counts again');
    table.text('credential_id').comment('Of a passkey: base64url');
    table.binary('public_key').comment('Of a passkey: COSE');
    table.bigInteger('counter').comment('Of a passkey: its signatures so far');
    table.specificType('transports', 'text[]').comment('Of a passkey');
    table.timestamp('created_at').notNullable();
    table.timestamp('confirmed_at').comment('Null: not proven to work yet');
    table.timestamp('last_used_at');
    table.primary(['tenant_id', 'authenticator_id']);
    table.unique(['tenant_id', 'credential_id']);
    table.index(['tenant_id', 'member_name']);
  });

  await knex.schema.createTable('local_recovery_codes', table => {
    table.comment('Single-use codes for who lost their second factors');
    table.text('tenant_id').notNullable();
    table.text('member_name').notNullable();
    table.text('code_hash').notNullable().comment('SHA-256 of 80 random bits');
    table.timestamp('created_at').notNullable();
    table.timestamp('used_at');
    table.primary(['tenant_id', 'member_name', 'code_hash']);
  });

  await knex.schema.createTable('local_challenges', table => {
    table.comment('What a browser must still show; gone once it did');
    table.text('tenant_id').notNullable();
    table
      .text('challenge_id')
      .notNullable()
      .comment('SHA-256 of the cookie, or the session it belongs to');
    table.text('purpose').notNullable();
    table.text('member_name').notNullable();
    table.text('webauthn_challenge').comment('What a passkey must sign');
    table.jsonb('link').comment('Of an identity to link: by which right');
    table.timestamp('created_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.primary(['tenant_id', 'challenge_id', 'purpose']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('local_known_devices', table => {
    table.comment('Browsers that a member signed in with before');
    table.text('tenant_id').notNullable();
    table.text('member_name').notNullable();
    table.text('device_hash').notNullable().comment('SHA-256 of the cookie');
    table.timestamp('created_at').notNullable();
    table.timestamp('last_used_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.primary(['tenant_id', 'member_name', 'device_hash']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('local_identities', table => {
    table.comment('Accounts elsewhere that members sign in with');
    table.text('tenant_id').notNullable();
    table.text('issuer').notNullable().comment('URL, as its ID tokens say');
    table.text('subject').notNullable();
    table.text('identity_id').notNullable();
    table.text('member_name').notNullable();
    table.text('provider').notNullable().comment('Key of auth.providers');
    table.text('label').comment('What the provider calls the account');
    table.timestamp('created_at').notNullable();
    table.timestamp('last_used_at');
    table.primary(['tenant_id', 'issuer', 'subject']);
    table.unique(['tenant_id', 'identity_id']);
    table.index(['tenant_id', 'member_name']);
    table.index(['issuer', 'subject']);
  });

  await knex.schema.alterTable('local_sessions', table => {
    table.text('second_factor').comment('Shown at sign-in; null: none was');
    table
      .timestamp('reauthenticated_at')
      .comment('When its member last proved who they are');
  });

  await knex.schema.alterTable('local_sign_in_attempts', table => {
    table
      .text('account_hash')
      .comment('SHA-256 of the account tried, so that staff can unlock it');
    table.index(['account_hash']);
  });

  for (const table of TABLES) {
    await isolateTenantTable(knex, table);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('local_sign_in_attempts', table => {
    table.dropColumn('account_hash');
  });
  await knex.schema.alterTable('local_sessions', table => {
    table.dropColumn('second_factor');
    table.dropColumn('reauthenticated_at');
  });
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table);
  }
};
