const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // A trusted extension: the database's owner may create it. It is shared by
  // every schema of the database, so it does not go into this plugin's own.
  await knex.raw('create extension if not exists pg_trgm schema public');
  const {
    rows: [{ schema: trigrams }],
  } = await knex.raw(
    `select extnamespace::regnamespace::text as schema
       from pg_extension where extname = 'pg_trgm'`,
  );

  await knex.schema.createTable('contents', table => {
    table.comment('Static sites that customers uploaded, checked and unpacked');
    table.text('tenant_id').notNullable();
    table.text('content_id').notNullable();
    table.text('media_type').notNullable();
    table.text('sha256').notNullable();
    table.integer('files').notNullable();
    table.bigInteger('bytes').notNullable();
    table.binary('archive').notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'content_id']);
  });

  await knex.schema.createTable('sites', table => {
    table.text('tenant_id').notNullable();
    table.text('site_id').notNullable();
    table.text('name').notNullable();
    table.text('title').notNullable();
    table.text('product').notNullable();
    table.text('cloud').notNullable();
    table.text('region').notNullable();
    table.text('size').notNullable();
    table.text('state').notNullable();
    table.jsonb('content').notNullable();
    table.text('url');
    table.text('health_url');
    table.jsonb('cost_labels');
    table.jsonb('health');
    table.timestamp('health_checked_at');
    table.decimal('monthly_amount', 20, 6).notNullable();
    table.text('currency').notNullable();
    table.text('price_version').notNullable();
    table.text('suspended_reason');
    table.text('suspended_by');
    table.text('active_deployment_id');
    table.text('last_deployment_id');
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('deleted_at');
    table.timestamp('purge_after');
    table.primary(['tenant_id', 'site_id']);
  });
  await knex.raw(
    `alter table sites add constraint sites_state_known check (state in
       ('ordered', 'live', 'failed', 'suspended', 'deleting', 'deleted'))`,
  );
  await knex.raw(
    `create unique index sites_name_unique on sites (tenant_id, name)
       where deleted_at is null`,
  );
  // Folding case once, here, makes a search several times faster than ILIKE.
  await knex.raw(
    `alter table sites add column search_text text not null
       generated always as (lower(name || E'\\n' || title)) stored`,
  );
  await createListIndexes(knex, trigrams);

  await knex.schema.createTable('orders', table => {
    table.text('tenant_id').notNullable();
    table.text('order_id').notNullable();
    table.text('idempotency_key').notNullable();
    table
      .text('request_hash')
      .notNullable()
      .comment('Tells a repeated order from another one with the same key');
    table.text('site_id').notNullable();
    table.text('deployment_id').notNullable();
    table.decimal('amount', 20, 6).notNullable();
    table.text('currency').notNullable();
    table.text('price_version').notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'order_id']);
    table.unique(['tenant_id', 'idempotency_key']);
    table.index(['tenant_id', 'site_id']);
    table
      .foreign(['tenant_id', 'site_id'])
      .references(['tenant_id', 'site_id'])
      .inTable('sites')
      .onDelete('cascade');
  });

  for (const table of ['contents', 'sites', 'orders']) {
    await isolateTenantTable(knex, table);
  }
};

/** The lists of staff go across tenants, those of members stay in one. */
async function createListIndexes(knex, trigrams) {
  for (const columns of [
    'tenant_id, created_at, site_id',
    'tenant_id, state, name',
    'name, tenant_id, site_id',
    'created_at, tenant_id, site_id',
    'state, name, tenant_id',
  ]) {
    const name = `sites_list_${columns.replaceAll(', ', '_')}_index`;
    await knex.raw(
      `create index ?? on sites (${columns}) where deleted_at is null`,
      [name.slice(0, 63)],
    );
  }
  await knex.raw(
    `create index sites_search_index on sites using gin
       (search_text ??.gin_trgm_ops) where deleted_at is null`,
    [trigrams],
  );
  await knex.raw(
    `create index sites_purge_index on sites (purge_after)
       where purge_after is not null`,
  );
  await knex.raw(
    `create index sites_health_index on sites (health_checked_at nulls first)
       where state = 'live'`,
  );
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['orders', 'sites', 'contents']) {
    await knex.schema.dropTable(table);
  }
};
