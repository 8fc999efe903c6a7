const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('customers', table => {
    table.text('tenant_id').notNullable().primary();
    table.text('name').notNullable();
    table.text('tier').notNullable();
    table.text('state').notNullable().defaultTo('active');
    table.boolean('requires_approval').notNullable().defaultTo(false);
    table.text('deactivated_reason');
    table.timestamp('deactivated_at');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });
  await knex.raw(`
    alter table customers
      add constraint customers_slug_is_a_dns_label check
        (tenant_id ~ '^[a-z][a-z0-9-]{1,39}$' and tenant_id !~ '(--|-$)'),
      add constraint customers_name_is_told check
        (length(name) <= 100 and name ~ '\\S'),
      add constraint customers_tier_known check
        (tier in ('standard', 'premium')),
      add constraint customers_state_known check
        (state in ('active', 'deactivated')),
      add constraint customers_deactivation_explained check
        ((state = 'deactivated') = (deactivated_at is not null)
         and (state = 'deactivated') = (deactivated_reason is not null))`);
  // For the pages of the list; the key breaks ties.
  await knex.raw(
    'create index customers_by_name on customers (lower(name), tenant_id)',
  );
  await knex.raw(
    'create index customers_by_age on customers (created_at, tenant_id)',
  );

  await knex.schema.createTable('members', table => {
    table.text('tenant_id').notNullable();
    table.text('member_name').notNullable();
    table.text('email').notNullable();
    table.text('display_name').notNullable();
    table.text('role').notNullable();
    table.timestamp('removed_at');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['tenant_id', 'member_name']);
    table.foreign('tenant_id').references('customers.tenant_id');
  });
  await knex.raw(`
    alter table members
      add constraint members_name_is_an_entity_name check
        (member_name ~ '^[a-z0-9-]{1,63}$' and member_name !~ '(^-|-$)'),
      add constraint members_email_has_two_sides check
        (length(email) <= 254 and email ~ '^[^@]+@[^@]+$'),
      add constraint members_display_name_is_told check
        (length(display_name) <= 100 and display_name ~ '\\S'),
      add constraint members_role_of_their_tenant check
        (case when tenant_id = 'default'
          then role in ('operator', 'finance', 'support')
          else role in ('owner', 'admin', 'developer', 'billing', 'viewer')
        end)`);
  // A removed member keeps the row, so that the name is never given to
  // somebody else; the address may come back under a new name.
  await knex.raw(`
    create unique index members_email_unique on members (tenant_id, lower(email))
      where removed_at is null`);
  // For sign-in, which knows an address and no tenant.
  await knex.raw(`
    create index members_by_email on members (lower(email))
      where removed_at is null`);
  // For reading all people in pages, oldest first.
  await knex.raw(`
    create index members_by_age on members (created_at, tenant_id, member_name)
      where removed_at is null`);

  // The hosting business itself: the tenant of staff, no customer of anybody.
  await knex('customers').insert({
    tenant_id: 'default',
    name: 'Hosting business',
    tier: 'premium',
  });

  await isolateTenantTable(knex, 'customers');
  await isolateTenantTable(knex, 'members');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('members');
  await knex.schema.dropTable('customers');
};
