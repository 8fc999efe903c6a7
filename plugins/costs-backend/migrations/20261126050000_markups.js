const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    create table cost_markups (
      tenant_id text not null,
      markup_id text not null,
      customer text,
      service_category text,
      valid_from date not null check (extract(day from valid_from) = 1),
      percent numeric(9, 4) not null check (percent > -100 and percent <= 10000),
      set_by text not null,
      set_at timestamptz not null default now(),
      primary key (tenant_id, markup_id),
      unique nulls not distinct (tenant_id, customer, service_category, valid_from)
    )`);
  await knex.raw(
    `comment on column cost_markups.customer is 'Null: every customer without one of its own'`,
  );
  await knex.raw(
    `comment on column cost_markups.service_category is 'Null: every service without one of its own'`,
  );
  await isolateTenantTable(knex, 'cost_markups');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table cost_markups');
};
