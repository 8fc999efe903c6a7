const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

const TABLES = ['tag_policies', 'tag_compliance', 'tag_fixes', 'tag_keys'];

/**
 * Which tags there ought to be, version by version, and what came of it: how
 * much of a customer's period complies, what to fix, and which tags there are.
 * The last three are written with the charges they are of and never alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table tag_policies (
      tenant_id text not null,
      version integer not null,
      schema jsonb not null,
      created_by text not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, version)
    )`);
  await knex.raw(`
    create table tag_compliance (
      tenant_id text not null,
      billing_period date not null,
      source_id text not null,
      tag_key text not null,
      currency text not null,
      cost numeric not null,
      missing_cost numeric not null,
      wrong_cost numeric not null,
      resources integer not null,
      missing_resources integer not null,
      wrong_resources integer not null,
      primary key (tenant_id, billing_period, source_id, tag_key, currency)
    )`);
  await knex.raw(`
    create table tag_fixes (
      tenant_id text not null,
      billing_period date not null,
      source_id text not null,
      line integer not null,
      tag_key text not null,
      kind text not null,
      found text,
      wanted text,
      service_provider_name text not null,
      sub_account_id text,
      resource_id text not null,
      resource_name text,
      currency text not null,
      cost numeric not null,
      charges integer not null,
      primary key (tenant_id, billing_period, source_id, line)
    )`);
  await knex.raw(`
    create table tag_keys (
      tenant_id text not null,
      billing_period date not null,
      source_id text not null,
      tag_key text not null,
      charges integer not null,
      primary key (tenant_id, billing_period, source_id, tag_key)
    )`);
  for (const table of ['tag_compliance', 'tag_fixes', 'tag_keys']) {
    await knex.raw(`create index on ${table} (billing_period, source_id)`);
  }
  for (const table of TABLES) {
    await isolateTenantTable(knex, table);
  }
  await knex.raw(
    'alter table source_periods add column tag_policy_version integer not null default 0',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table source_periods drop column tag_policy_version');
  for (const table of TABLES) {
    await knex.raw('drop table ??', [table]);
  }
};
