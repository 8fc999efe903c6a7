const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/**
 * Versions of the rules that lay costs to customers, and by which of them each
 * import was allocated. An import with `reallocates` reads a kept file again:
 * that of the import `file_of`, for the charges of that billing period.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table allocation_rule_sets (
      tenant_id text not null,
      version integer not null check (version > 0),
      state text not null check (state in ('draft', 'active', 'retired')),
      revision text not null,
      based_on integer,
      rules jsonb not null,
      comment text,
      created_by text not null,
      created_at timestamptz not null default now(),
      updated_by text not null,
      updated_at timestamptz not null default now(),
      activated_by text,
      activated_at timestamptz,
      retired_at timestamptz,
      primary key (tenant_id, version)
    )`);
  await knex.raw(
    `create unique index allocation_rule_sets_one_each
         on allocation_rule_sets (tenant_id, state) where state in ('draft', 'active')`,
  );
  await isolateTenantTable(knex, 'allocation_rule_sets');
  await knex.raw(
    `alter table cost_imports add rule_set_version integer,
                              add reallocates date, add file_of text`,
  );
  await knex.raw(`alter table restatements add reason text`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table restatements drop reason');
  await knex.raw(
    `alter table cost_imports drop rule_set_version, drop reallocates, drop file_of`,
  );
  await knex.raw('drop table allocation_rule_sets');
};
