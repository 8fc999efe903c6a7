const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/**
 * What was taken from folders and buckets, so that it is taken once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table collected_deliveries (
      tenant_id text not null,
      source_id text not null,
      delivery text not null,
      signature text not null,
      taken_at timestamptz not null default now(),
      primary key (tenant_id, source_id, delivery),
      foreign key (tenant_id, source_id) references cost_sources
    )`);
  await knex.raw(`
    create table collected_checksums (
      tenant_id text not null,
      source_id text not null,
      path text not null,
      stamp text not null,
      checksum text not null,
      primary key (tenant_id, source_id, path),
      foreign key (tenant_id, source_id) references cost_sources
    )`);
  await isolateTenantTable(knex, 'collected_deliveries');
  await isolateTenantTable(knex, 'collected_checksums');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table collected_checksums');
  await knex.raw('drop table collected_deliveries');
};
