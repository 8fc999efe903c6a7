import type { Knex } from 'knex';

/**
 * Puts a table behind row-level security, for use in migrations: a tenant
 * transaction then sees its own tenant's rows, the all-tenants door sees all,
 * and everybody else, the owner included, sees none.
 *
 * Migrations of the past call this function, so what it does never changes;
 * other needs get another function.
 *
 * @param knex - the migration's connection
 * @param table - a table of the current schema with `tenant_id text not null`
 *   leading its primary key
 */
export async function isolateTenantTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await grantSchema(knex);
  await knex.raw(
    'grant select, insert, update, delete on ?? to freehold_tenant, freehold_all',
    [table],
  );
  await knex.raw('alter table ?? enable row level security', [table]);
  await knex.raw('alter table ?? force row level security', [table]);
  await knex.raw(
    `create policy tenant_isolation on ?? to freehold_tenant
       using (tenant_id = current_setting('freehold.tenant', true))
       with check (tenant_id = current_setting('freehold.tenant', true))`,
    [table],
  );
  await knex.raw(
    'create policy all_tenants on ?? to freehold_all using (true) with check (true)',
    [table],
  );
}

/**
 * Opens a table that belongs to no tenant (a directory, a counter of failed
 * sign-ins) to the all-tenants door only. For use in migrations; like
 * {@link isolateTenantTable}, it never changes.
 */
export async function grantAcrossTenants(
  knex: Knex,
  table: string,
): Promise<void> {
  await grantSchema(knex);
  await knex.raw('grant select, insert, update, delete on ?? to freehold_all', [
    table,
  ]);
}

async function grantSchema(knex: Knex): Promise<void> {
  const { rows } = await knex.raw('select current_schema() as schema');
  await knex.raw('grant usage on schema ?? to freehold_tenant, freehold_all', [
    rows[0].schema,
  ]);
  await knex.raw(
    'grant usage, select on all sequences in schema ?? to freehold_tenant, freehold_all',
    [rows[0].schema],
  );
}
