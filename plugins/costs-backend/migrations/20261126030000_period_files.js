const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/**
 * What a source has for a period may come of several files: each has the rows
 * from after its offset on.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table cost_imports
      add column mode text not null default 'replace'
        check (mode in ('replace', 'add', 'correct')),
      add column corrects text,
      add column columns jsonb,
      add column declared_encoding text,
      add column encoding text,
      add column origin text,
      add constraint cost_imports_corrects foreign key (tenant_id, corrects)
        references cost_imports`);
  await knex.raw('alter table rejected_rows add column corrected_by text');
  await knex.raw(`
    create table period_files (
      tenant_id text not null,
      source_id text not null,
      billing_period date not null,
      import_id text not null,
      row_offset bigint not null,
      family text not null,
      dataset text,
      primary key (tenant_id, source_id, billing_period, import_id),
      foreign key (tenant_id, source_id, billing_period) references source_periods,
      foreign key (tenant_id, import_id) references cost_imports
    )`);
  await withoutRowSecurity(knex, () =>
    knex.raw(`
      insert into period_files
      select tenant_id, source_periods.source_id, billing_period, import_id, 0,
             case when format like 'FOCUS %' then 'FOCUS' else coalesce(format, '') end
        from source_periods join cost_imports using (tenant_id, import_id)`),
  );
  await isolateTenantTable(knex, 'period_files');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table period_files');
  await knex.raw('alter table rejected_rows drop column corrected_by');
  await knex.raw(`
    alter table cost_imports
      drop column mode, drop column corrects, drop column columns,
      drop column declared_encoding, drop column encoding, drop column origin`);
};

// Row security is forced on the owner too, who sees no row of any tenant.
async function withoutRowSecurity(knex, work) {
  const tables = ['source_periods', 'cost_imports'];
  for (const table of tables) {
    await knex.raw('alter table ?? no force row level security', [table]);
  }
  await work();
  for (const table of tables) {
    await knex.raw('alter table ?? force row level security', [table]);
  }
}
