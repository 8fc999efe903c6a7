const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/**
 * Prices are the business's own: their tenant is `default`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('price_books', table => {
    table.comment('Versions of the prices; a published one never changes');
    table.text('tenant_id').notNullable();
    table.text('price_book_id').notNullable();
    table.text('version').notNullable().comment('Named by orders');
    table.text('state').notNullable();
    table.text('currency').notNullable();
    table.text('source').notNullable().comment('Where the amounts come from');
    table.timestamp('valid_from');
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.text('published_by');
    table.timestamp('published_at');
    table.primary(['tenant_id', 'price_book_id']);
    table.unique(['tenant_id', 'version']);
  });
  await knex.raw(`
    alter table price_books
      add constraint price_books_state_known check (state in ('draft', 'published')),
      add constraint price_books_published_begin check
        ((state = 'published') = (valid_from is not null)),
      add constraint price_books_published_at check
        ((state = 'published') = (published_at is not null))`);
  await knex.raw(
    `create index price_books_in_force on price_books
       (tenant_id, valid_from desc, published_at desc) where state = 'published'`,
  );

  await knex.schema.createTable('price_items', table => {
    table.text('tenant_id').notNullable();
    table.text('price_book_id').notNullable();
    table.text('cloud').notNullable();
    table.text('item').notNullable();
    table.decimal('amount', 20, 6).notNullable().comment('A month');
    table.primary(['tenant_id', 'price_book_id', 'cloud', 'item']);
    table
      .foreign(['tenant_id', 'price_book_id'])
      .references(['tenant_id', 'price_book_id'])
      .inTable('price_books')
      .onDelete('cascade');
  });
  await knex.raw(
    `alter table price_items
       add constraint price_items_not_negative check (amount >= 0)`,
  );
  for (const table of ['price_books', 'price_items']) {
    await isolateTenantTable(knex, table);
  }
  await keepPublishedVersions(knex);

  for (const table of ['sites', 'deployments', 'orders']) {
    await knex.schema.alterTable(table, columns => {
      columns
        .jsonb('price_lines')
        .notNullable()
        .defaultTo('[]')
        .comment('What the price is made of; empty before there were lines');
    });
  }
  await knex.schema.alterTable('deployments', table => {
    table.jsonb('price_before').comment('Of the site when this was asked for');
  });
};

/** Orders name versions, so that what a version says has to stay. */
async function keepPublishedVersions(knex) {
  const {
    rows: [{ schema }],
  } = await knex.raw('select current_schema() as schema');
  await knex.raw(
    `create function keep_published_prices() returns trigger
       language plpgsql set search_path = pg_catalog as $$
     begin
       if exists (
         select from ??.price_books
          where tenant_id = coalesce(old.tenant_id, new.tenant_id)
            and price_book_id = coalesce(old.price_book_id, new.price_book_id)
            and state = 'published'
       ) then
         raise exception 'published prices do not change';
       end if;
       return coalesce(new, old);
     end $$`,
    [schema],
  );
  for (const [table, acts] of [
    ['price_books', 'update or delete'],
    ['price_items', 'insert or update or delete'],
  ]) {
    await knex.raw(
      `create trigger keep_published before ${acts} on ??
         for each row execute function keep_published_prices()`,
      [table],
    );
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployments', table => {
    table.dropColumn('price_before');
  });
  for (const table of ['orders', 'deployments', 'sites']) {
    await knex.schema.alterTable(table, columns => {
      columns.dropColumn('price_lines');
    });
  }
  await knex.schema.dropTable('price_items');
  await knex.schema.dropTable('price_books');
  await knex.raw('drop function keep_published_prices');
};
