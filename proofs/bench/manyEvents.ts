import type { Database } from '../portal/Database.ts';

const CUSTOMERS = 10_000;
const EVENTS_PER_STATEMENT = 500_000;

/** Of how many events one is the owner's. */
export const OWNER_SHARE = 100;

/**
 * Fills the trails past the API, within the database: of very many customers,
 * and a long one of the owner, over the past year. Indexes are made anew
 * afterwards, which takes less time than to keep them up to date.
 *
 * @returns seconds it took
 */
export async function seedManyEvents(
  database: Database,
  { events, owner }: { events: number; owner: string },
): Promise<number> {
  const start = performance.now();
  const { pool } = database;
  const { rows: indexes } = await pool.query<{ name: string; sql: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as sql
       from pg_index where indrelid = 'tenancy.audit_events'::regclass
        and not indisunique`,
  );
  await pool.query(
    `alter table tenancy.audit_events drop constraint audit_events_tenant_id_foreign`,
  );
  for (const { name } of indexes) {
    await pool.query(`drop index ${name}`);
  }
  for (let from = 0; from < events; from += EVENTS_PER_STATEMENT) {
    const to = Math.min(from + EVENTS_PER_STATEMENT, events);
    await database.transaction(
      client => client.query(insertEvents, [owner, from, to - 1, events]),
      { role: 'freehold_all' },
    );
  }
  const client = await pool.connect();
  try {
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const { sql } of indexes) {
      await client.query(sql);
    }
    await client.query('vacuum analyze tenancy.audit_events');
  } finally {
    client.release(true);
  }
  return (performance.now() - start) / 1_000;
}

/** $1: the owner's customer, $2 and $3: first and last, $4: how many in all. */
const insertEvents = `
  with numbered as (
    select n, n % ${OWNER_SHARE} = 0 as is_owner, n / ${OWNER_SHARE} as m,
           case when n % ${OWNER_SHARE} = 0 then $1
             else 'bench-' || lpad((1 + n % ${CUSTOMERS})::text, 5, '0') end as tenant
      from generate_series($2::int, $3::int) n),
  told as (
    select *,
      case when n % 50 = 11 then 'user:default/staff-' || n % 20
        else 'user:' || tenant || '/person-' || (n / ${CUSTOMERS}) % 5 end as actor,
      (array['orderSite', 'updateSite', 'signIn', 'signOut', 'finishDeployment',
             'updateMember', 'suspendSite', 'approveDeployment'])[1 + n % 8] as usual,
      case when is_owner then 'site_own_' || m % 1000
        else 'site_bench_' || n % 100000 end as site,
      case when is_owner then 'canary-own-' || m % 1000
        else 'canary-' || n % 100000 end as word,
      case when is_owner then '10.1.7.' || m % 250
        else '10.0.' || n % 200 || '.' || n / 200 % 200 end as address,
      gen_random_uuid() as request
    from numbered)
  insert into tenancy.audit_events
    (tenant_id, sequence, digest, hash, id, kind, occurred_at, recorded_at, actor,
     action, object_kind, object_id, object_name, outcome, reason, before, after,
     request_id, address, words)
  select tenant, 1000000000 + n, sha256(n::text::bytea), sha256(n::text::bytea),
         gen_random_uuid(), 'change', at, at, actor, action, 'site', site, word,
         outcome, case outcome when 'succeeded' then null else 'Told by ' || word end,
         '{"size": "small", "title": "Before"}', jsonb_build_object('size', 'large', 'title', word),
         request::text, address,
         array_to_tsvector(array['tenant=' || tenant, lower(action), 'site', site,
           split_part(site, '_', 2), split_part(site, '_', 3), word, 'canary', 'size',
           'small', 'large', 'title', 'before', request::text]
           || case when actor like 'user:default/%' then array[]::text[]
                else array[actor, 'user', tenant, split_part(actor, '/', 2), address] end)
    from told,
    lateral (select
      case when n % 1000 = 13 then 'rejectDeployment' else usual end as action,
      case when n % 50 = 7 then 'refused' when n % 200 = 3 then 'failed'
        else 'succeeded' end as outcome,
      now() - ($4::int - n) * (interval '365 days' / $4::int) as at) as rest`;
