const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/**
 * Charges are one partitioned table. What a source has for a billing period is
 * one partition of it, made whole before it takes its place, so that replacing
 * a period is one change of the catalog and never a mix. Partitions have row
 * security and no policy: they are seen through `charges` or not at all.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table cost_sources (
      tenant_id text not null,
      source_id text not null,
      name text not null,
      defaults jsonb not null,
      created_by text not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, source_id),
      unique (tenant_id, name)
    )`);
  await knex.raw(`
    create table cost_imports (
      tenant_id text not null,
      import_id text not null,
      source_id text not null,
      file_name text not null,
      bytes bigint not null,
      sha256 text not null,
      input_digest text,
      state text not null
        check (state in ('queued', 'running', 'succeeded', 'failed')),
      step text,
      claimed_by text,
      seen_at timestamptz,
      attempts integer not null default 0,
      format text,
      accepted bigint,
      rejected bigint,
      unchanged boolean not null default false,
      conformance jsonb,
      problem jsonb,
      created_by text not null,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      primary key (tenant_id, import_id),
      foreign key (tenant_id, source_id) references cost_sources
    )`);
  await knex.raw(
    'create index on cost_imports (tenant_id, source_id, created_at desc)',
  );
  await knex.raw(
    `create index on cost_imports (created_at) where state in ('queued', 'running')`,
  );
  await knex.raw(`
    create table rejected_rows (
      tenant_id text not null,
      import_id text not null,
      row_number bigint not null,
      reasons jsonb not null,
      raw text not null,
      primary key (tenant_id, import_id, row_number),
      foreign key (tenant_id, import_id) references cost_imports on delete cascade
    )`);
  await knex.raw(`
    create table source_periods (
      tenant_id text not null,
      source_id text not null,
      billing_period date not null,
      import_id text not null,
      partition_name text not null,
      row_count bigint not null,
      sums jsonb not null,
      replaced_at timestamptz not null default now(),
      primary key (tenant_id, source_id, billing_period),
      foreign key (tenant_id, import_id) references cost_imports
    )`);
  await knex.raw(`
    create table restatements (
      tenant_id text not null,
      import_id text not null,
      billing_period date not null,
      rows_before bigint not null,
      rows_after bigint not null,
      sums jsonb not null,
      changes jsonb not null,
      recorded_at timestamptz not null default now(),
      primary key (tenant_id, import_id, billing_period),
      foreign key (tenant_id, import_id) references cost_imports
    )`);
  await knex.raw(`
    create table charges (
      tenant_id text not null,
      billing_period date not null,
      source_id text not null,
      row_number bigint not null,
      part integer not null,
      import_id text not null,
      allocated_method_details jsonb,
      allocated_method_id text,
      allocated_resource_id text,
      allocated_resource_name text,
      allocated_tags jsonb,
      availability_zone text,
      billed_cost numeric not null,
      billing_account_id text,
      billing_account_name text,
      billing_account_type text,
      billing_currency text not null,
      billing_period_end timestamptz,
      billing_period_start timestamptz not null,
      capacity_reservation_id text,
      capacity_reservation_status text,
      charge_category text not null,
      charge_class text,
      charge_description text,
      charge_frequency text,
      charge_period_end timestamptz not null,
      charge_period_start timestamptz not null,
      commitment_discount_category text,
      commitment_discount_id text,
      commitment_discount_name text,
      commitment_discount_quantity numeric,
      commitment_discount_status text,
      commitment_discount_type text,
      commitment_discount_unit text,
      commitment_program_eligibility_details jsonb,
      consumed_quantity numeric,
      consumed_unit text,
      contract_applied jsonb,
      contracted_cost numeric,
      contracted_unit_price numeric,
      effective_cost numeric,
      host_provider_name text,
      invoice_detail_id text,
      invoice_id text,
      invoice_issuer_name text,
      list_cost numeric,
      list_unit_price numeric,
      pricing_category text,
      pricing_currency text,
      pricing_currency_contracted_unit_price numeric,
      pricing_currency_effective_cost numeric,
      pricing_currency_list_unit_price numeric,
      pricing_quantity numeric,
      pricing_unit text,
      region_id text,
      region_name text,
      resource_id text,
      resource_name text,
      resource_type text,
      service_category text,
      service_name text,
      service_provider_name text not null,
      service_subcategory text,
      sku_id text,
      sku_meter text,
      sku_price_details jsonb,
      sku_price_id text,
      sub_account_id text,
      sub_account_name text,
      sub_account_type text,
      tags jsonb,
      extension jsonb,
      site text,
      team text,
      cost_centre text,
      project text,
      allocation_method text not null,
      allocation_rule text,
      allocation_reason text,
      allocation_detail text,
      allocation_ratio numeric,
      effective_tags jsonb,
      primary key (tenant_id, billing_period, source_id, row_number, part)
    ) partition by list (billing_period)`);
  for (const [table, period] of [
    ['daily_costs', 'day'],
    ['monthly_costs', 'month'],
  ]) {
    await knex.raw(`
      create table ${table} (
        tenant_id text not null,
        ${period} date not null,
        billing_period date not null,
        source_id text not null,
        line integer not null,
        currency text not null,
        service_provider_name text not null,
        service_category text,
        service_name text,
        sub_account_id text,
        region_id text,
        charge_category text not null,
        pricing_category text,
        commitment_discount_status text,
        site text,
        team text,
        cost_centre text,
        project text,
        allocation_method text not null,
        billed numeric not null,
        effective numeric not null,
        list numeric not null,
        contracted numeric not null,
        effective_absolute numeric not null,
        effective_without_list numeric not null,
        effective_unknown integer not null,
        list_unknown integer not null,
        contracted_unknown integer not null,
        charges integer not null,
        whole_charges integer not null,
        primary key (tenant_id, ${period}, billing_period, source_id, line)
      )`);
    await knex.raw(
      `create index on ${table} (source_id, billing_period, ${period})`,
    );
    await knex.raw(`create index on ${table} (${period})`);
  }
  for (const table of [
    'cost_sources',
    'cost_imports',
    'rejected_rows',
    'source_periods',
    'restatements',
    'charges',
    'daily_costs',
    'monthly_costs',
  ]) {
    await isolateTenantTable(knex, table);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'monthly_costs',
    'daily_costs',
    'charges',
    'restatements',
    'source_periods',
    'rejected_rows',
    'cost_imports',
    'cost_sources',
  ]) {
    await knex.raw('drop table ??', [table]);
  }
};
