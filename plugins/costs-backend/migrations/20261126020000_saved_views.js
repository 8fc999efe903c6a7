const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/**
 * Views that people keep, and the one each begins with. Behind the wall between
 * tenants stands one between people: a door that does not say whose it is
 * (`freehold.person`) shows shared views only, and changes none.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table saved_views (
      tenant_id text not null,
      view_id text not null,
      owner text not null,
      name text not null,
      parameters jsonb not null,
      is_shared boolean not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (tenant_id, view_id),
      unique (tenant_id, owner, name)
    )`);
  await knex.raw(`
    create table default_views (
      tenant_id text not null,
      person text not null,
      view_id text not null,
      primary key (tenant_id, person),
      foreign key (tenant_id, view_id) references saved_views on delete cascade
    )`);
  await isolateTenantTable(knex, 'saved_views');
  await isolateTenantTable(knex, 'default_views');
  const isOwn = `owner = current_setting('freehold.person', true)`;
  for (const [command, condition] of [
    ['select', `using (is_shared or ${isOwn})`],
    ['insert', `with check (${isOwn})`],
    ['update', `using (${isOwn}) with check (${isOwn})`],
    ['delete', `using (${isOwn})`],
  ]) {
    await knex.raw(
      `create policy person_${command} on saved_views as restrictive
         for ${command} to freehold_tenant ${condition}`,
    );
  }
  await knex.raw(
    `create policy person on default_views as restrictive to freehold_tenant
       using (person = current_setting('freehold.person', true))
       with check (person = current_setting('freehold.person', true))`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table default_views');
  await knex.raw('drop table saved_views');
};
