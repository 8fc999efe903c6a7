const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    create table invoice_sums (
      tenant_id text not null,
      source_id text not null,
      billing_period date not null,
      line integer not null,
      invoice_id text,
      invoice_issuer_name text,
      currency text not null,
      charge_category text not null,
      billed numeric not null,
      charges bigint not null,
      primary key (tenant_id, source_id, billing_period, line),
      foreign key (tenant_id, source_id, billing_period)
        references source_periods on delete cascade
    )`);
  await knex.raw(`
    create table invoice_totals (
      tenant_id text not null,
      source_id text not null,
      billing_period date not null,
      invoice_id text not null,
      currency text not null,
      total numeric not null,
      explanation text,
      entered_by text not null,
      entered_at timestamptz not null default now(),
      primary key (tenant_id, source_id, billing_period, invoice_id, currency),
      foreign key (tenant_id, source_id) references cost_sources
    )`);
  await knex.raw(
    `comment on column invoice_totals.invoice_id is 'Empty for what no invoice is named for'`,
  );
  await isolateTenantTable(knex, 'invoice_sums');
  await isolateTenantTable(knex, 'invoice_totals');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table invoice_totals');
  await knex.raw('drop table invoice_sums');
};
