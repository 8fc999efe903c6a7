import type { Database } from '../portal/Database.ts';

export const CUSTOMERS = 10_000;
export const SITES = 100_000;
const SITES_OF_MEMBER = 200;

/**
 * Fills the tables past the API, which would take hours: customers with ten
 * sites each, two hundred for the one member, and a deployment for every site.
 */
export async function seedManySites(
  database: Database,
  member: string,
): Promise<void> {
  await database.transaction(
    async client => {
      await client.query(
        `insert into tenancy.customers (tenant_id, name, tier, state)
         select 'bench-' || lpad(n::text, 5, '0'), 'Customer ' || n, 'standard', 'active'
           from generate_series(1, $1::int) n`,
        [CUSTOMERS],
      );
      await client.query(
        `${insertSites}
         select 'bench-' || lpad((1 + n % $2::int)::text, 5, '0'),
                'site_bench_' || n, 'site-' || n, 'Title of site ' || n, ${siteColumns}
           from generate_series(1, $1::int) n`,
        [SITES, CUSTOMERS],
      );
      await client.query(
        `${insertSites}
         select $2, 'site_own_' || n, 'own-' || n, 'Title of own ' || n, ${siteColumns}
           from generate_series(1, $1::int) n`,
        [SITES_OF_MEMBER, member],
      );
      await client.query(insertDeployments);
      await client.query(
        `update sites.sites set last_deployment_id = replace(site_id, 'site_', 'dep_')`,
      );
    },
    { role: 'freehold_all' },
  );
  await database.pool.query(
    'vacuum analyze tenancy.customers, sites.sites, sites.deployments',
  );
}

const insertSites = `insert into sites.sites
  (tenant_id, site_id, name, title, product, cloud, region, size, state, content,
   monthly_amount, currency, price_version, created_by,
   created_at, health_checked_at)`;

const siteColumns = `'website', 'local', 'this-machine',
  (array['small', 'medium', 'large'])[1 + n % 3],
  case n % 20 when 0 then 'failed' when 1 then 'suspended' else 'live' end,
  '{"kind": "starter"}', 9.5, 'EUR', 'bench', 'user:default/operator',
  now() - n * interval '1 minute', now()`;

const insertDeployments = `insert into sites.deployments
  (tenant_id, deployment_id, site_id, kind, state, desired, requested_by,
   amount, currency, price_version, created_at, finished_at)
  select tenant_id, replace(site_id, 'site_', 'dep_'), site_id, 'apply',
         case state when 'failed' then 'failed' else 'succeeded' end, '{}',
         created_by, monthly_amount, currency, price_version, created_at, created_at
    from sites.sites`;
