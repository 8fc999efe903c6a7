import type { Database } from '../portal/Database.ts';

export const CUSTOMERS = 100;
export const LINES_PER_LOG = 100;
/** Of how many logs one is the member's. */
export const MEMBER_SHARE = 20;
const SITES_PER_CUSTOMER = 10;

/**
 * Fills the logs past the API, within the database: the member's customer and
 * 99 others, a few of them with very many logs, over the past year. Lines are
 * like Terraform's, and nearly each has a word of its own.
 *
 * @returns seconds it took
 */
export async function seedManyLogLines(
  database: Database,
  { lines, member }: { lines: number; member: string },
): Promise<number> {
  const start = performance.now();
  const logs = lines / LINES_PER_LOG;
  await database.transaction(
    async client => {
      await client.query(insertCustomers, [CUSTOMERS - 1]);
      await client.query(insertSites, [
        CUSTOMERS - 1,
        SITES_PER_CUSTOMER,
        member,
      ]);
      await client.query(insertDeployments, [logs, CUSTOMERS - 1, member]);
      await client.query(insertLines);
      await client.query(insertWords);
    },
    { role: 'freehold_all' },
  );
  await database.pool.query(
    `vacuum analyze sites.deployments, sites.deployment_log,
       sites.deployment_log_words`,
  );
  return (performance.now() - start) / 1_000;
}

const insertCustomers = `insert into tenancy.customers (tenant_id, name, tier, state)
  select 'bench-' || lpad(n::text, 5, '0'), 'Customer ' || n, 'standard', 'active'
    from generate_series(1, $1::int) n`;

/** Customer 0 is the member's. */
const insertSites = `insert into sites.sites
  (tenant_id, site_id, name, title, product, cloud, region, size, state, content,
   monthly_amount, currency, price_version, created_by)
  select case customer when 0 then $3 else 'bench-' || lpad(customer::text, 5, '0') end,
         'site_bench_' || customer || '_' || n, 'bench-' || n, 'Site ' || n,
         'website', 'local', 'this-machine', 'small', 'live', '{"kind": "starter"}',
         9.5, 'EUR', 'bench', 'user:default/operator'
    from generate_series(0, $1::int) customer, generate_series(1, $2::int) n`;

/** Chance is a hash of the number, so that each run makes the same. */
const insertDeployments = `
  with numbered as (
    select n, (hashint4(n)::bigint + 2147483648) / 4294967296.0 as chance
      from generate_series(1, $1::int) n),
  owned as (
    select n, case when n % ${MEMBER_SHARE} = 0 then 0
           else 1 + floor($2::int * power(chance, 2))::int end as customer
      from numbered)
  insert into sites.deployments
    (tenant_id, deployment_id, site_id, kind, state, desired, requested_by,
     amount, currency, price_version, created_at, finished_at, log_length)
  select case customer when 0 then $3 else 'bench-' || lpad(customer::text, 5, '0') end,
         'dep_bench_' || lpad(n::text, 8, '0'),
         'site_bench_' || customer || '_' || 1 + n % ${SITES_PER_CUSTOMER},
         'apply', 'succeeded',
         jsonb_build_object('name', 'bench-' || 1 + n % ${SITES_PER_CUSTOMER}),
         'user:default/operator', 9.5, 'EUR', 'bench', at, at, ${LINES_PER_LOG}
    from owned,
         lateral (select now() - ($1::int - n) * (interval '365 days' / $1::int)) as made (at)`;

/**
 * Every log ends with the same word, has "refreshing" in one line and "applying"
 * in another; two in a thousand were throttled.
 */
const insertLines = `
  insert into sites.deployment_log (tenant_id, deployment_id, seq, at, stream, text)
  select tenant_id, deployment_id, seq, created_at,
         case when seq % 10 = 0 then 'portal' else 'stdout' end,
         case
           when seq = ${LINES_PER_LOG} then 'Apply complete! Resources: 40 added, 2 changed, 0 destroyed.'
           when seq = 50 and number % 1000 in (7, 20) then 'ThrottlingException: Rate exceeded, retrying request ' || mark
           when seq = 51 and number = 4321 then 'canary4321 was here'
           when seq % 5 = 0 then 'module.files.aws_s3_object.content["page-' || seq || '.html"]: Refreshing state... [id=' || mark || ']'
           when seq % 5 = 1 then 'module.files.aws_s3_object.content["page-' || seq || '.html"]: Creation complete after 3s [id=' || mark || ']'
           when seq % 5 = 2 then 'module.network.aws_subnet.private[' || seq || ']: Still creating... [00m10s elapsed]'
           when seq % 5 = 3 then 'aws_route53_record.site["www' || seq || '.example.com"]: Creation complete after 41s [id=Z' || mark || ']'
           else 'Applying the plan of ' || deployment_id || ', step ' || seq
         end
    from sites.deployments,
         lateral (select right(deployment_id, 8)::int) as numbered (number),
         generate_series(1, ${LINES_PER_LOG}) seq,
         lateral (select substr(md5(deployment_id || seq), 1, 12)) as marked (mark)
   where deployment_id like 'dep_bench_%'`;

/** As the portal takes words of lines. */
const insertWords = `
  insert into sites.deployment_log_words (tenant_id, word, deployment_id)
  select distinct tenant_id, left(found[1], 64), deployment_id
    from sites.deployment_log,
         regexp_matches(lower(text), '[[:alnum:]_]{2,}', 'g') as found
   where deployment_id like 'dep_bench_%'`;
