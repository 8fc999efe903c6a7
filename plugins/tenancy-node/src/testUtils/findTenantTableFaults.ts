import type { Knex } from 'knex';

interface TableFacts {
  name: string;
  enabled: boolean;
  forced: boolean;
  tenant_is_required: boolean | null;
  policy_roles: string[];
  is_open_to_public: boolean;
  keys: { name: string; first: string | null }[];
  has_primary_key: boolean;
}

/**
 * What is wrong with the tables of the current schema, for every plugin's
 * migrations test: one sentence each, none when all is well. Knex's own
 * bookkeeping is left out.
 *
 * @param acrossTenants - tables that belong to no tenant, which only
 *   `TenantDatabase.acrossTenants` reaches
 */
export async function findTenantTableFaults(
  knex: Knex,
  options: { acrossTenants?: readonly string[] } = {},
): Promise<string[]> {
  const { acrossTenants = [] } = options;
  const tables = await readTables(knex);
  const missing = acrossTenants.filter(
    name => !tables.some(table => table.name === name),
  );
  return [
    ...missing.map(name => `${name} does not exist`),
    ...tables.flatMap(table =>
      acrossTenants.includes(table.name)
        ? faultsOfSharedTable(table)
        : faultsOfTenantTable(table),
    ),
  ];
}

function faultsOfSharedTable(table: TableFacts): string[] {
  return table.tenant_is_required === null
    ? []
    : [`${table.name} has a tenant_id but no tenant's walls`];
}

function faultsOfTenantTable(table: TableFacts): string[] {
  const faults = [
    [table.enabled, 'does not enable row security'],
    [table.forced, 'does not force row security on its owner'],
    [table.tenant_is_required, 'lacks a tenant_id that is text and not null'],
    [table.has_primary_key, 'has no primary key'],
    [
      table.policy_roles.join() === 'freehold_all,freehold_tenant',
      `has policies for [${table.policy_roles}] instead of the two doors`,
    ],
    [!table.is_open_to_public, 'has a policy for everybody'],
    ...table.keys.map(
      key =>
        [
          key.first === 'tenant_id',
          `does not lead ${key.name} with tenant_id`,
        ] as const,
    ),
  ] as const;
  return faults
    .filter(([isFine]) => !isFine)
    .map(([, fault]) => `${table.name} ${fault}`);
}

async function readTables(knex: Knex): Promise<TableFacts[]> {
  const { rows } = await knex.raw(`
    select
      c.relname as name,
      c.relrowsecurity as enabled,
      c.relforcerowsecurity as forced,
      (select a.attnotnull and a.atttypid = 'text'::regtype
         from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'tenant_id'
           and not a.attisdropped) as tenant_is_required,
      -- A restrictive policy only narrows a door.
      array(select r.rolname::text
              from pg_policy p join pg_roles r on r.oid = any(p.polroles)
              where p.polrelid = c.oid and p.polpermissive order by 1) as policy_roles,
      exists(select from pg_policy p
               where p.polrelid = c.oid and 0 = any(p.polroles))
        as is_open_to_public,
      exists(select from pg_index i
               where i.indrelid = c.oid and i.indisprimary) as has_primary_key,
      coalesce((select json_agg(k order by k.name) from (
        -- An index on an expression has no first attribute.
        select x.relname as name, a.attname as first
          from pg_index i
          join pg_class x on x.oid = i.indexrelid
          left join pg_attribute a
            on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisunique
        union all
        select f.conname, a.attname
          from pg_constraint f
          join pg_attribute a
            on a.attrelid = c.oid and a.attnum = f.conkey[1]
          where f.conrelid = c.oid and f.contype = 'f'
      ) k), '[]') as keys
    from pg_class c
    where c.relkind in ('r', 'p')
      and c.relnamespace = current_schema()::regnamespace
      and c.relname not like 'knex\\_%'
    order by c.relname`);
  return rows;
}
