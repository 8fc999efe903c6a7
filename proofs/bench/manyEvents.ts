import type { Database } from '../portal/Database.ts';

/** Besides the owner's; a few have very many events, most have few. */
export const CUSTOMERS = 1_000;
const EVENTS_PER_STATEMENT = 500_000;

/** Of how many events one is the owner's. */
export const OWNER_SHARE = 20;

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
  const { rows: keys } = await pool.query<{ name: string; sql: string }>(
    `select conname as name, pg_get_constraintdef(oid) as sql
       from pg_constraint where conrelid = 'tenancy.audit_events'::regclass
        and contype in ('p', 'u')`,
  );
  // Nor has each of the customers a chain.
  for (const name of ['audit_events_tenant_id_foreign', ...namesOf(keys)]) {
    await pool.query(
      `alter table tenancy.audit_events drop constraint ${name}`,
    );
  }
  for (const name of namesOf(indexes)) {
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
    for (const { name, sql } of keys) {
      await client.query(
        `alter table tenancy.audit_events add constraint ${name} ${sql}`,
      );
    }
    for (const { sql } of indexes) {
      await client.query(sql);
    }
    await client.query('vacuum analyze tenancy.audit_events');
  } finally {
    client.release(true);
  }
  return (performance.now() - start) / 1_000;
}

function namesOf(parts: { name: string }[]): string[] {
  return parts.map(({ name }) => name);
}

/**
 * $1: the owner's customer, $2 and $3: first and last, $4: how many in all.
 * Chance is a hash of the number, so that each run makes the same. A customer
 * works on one site after the other, over the year on a hundred.
 */
const insertEvents = `
  with numbered as (
    select n, n % ${OWNER_SHARE} = 0 as is_owner,
           (hashint4(n)::bigint + 2147483648) / 4294967296.0 as chance,
           hashint4(n + 1000000000) & 65535 as dice,
           1 + n * 100::bigint / $4::int as era
      from generate_series($2::int, $3::int) n),
  owned as (
    select *, case when is_owner then 0
      else 1 + floor(${CUSTOMERS} * power(chance, 3))::int end as customer
      from numbered),
  told as (
    select *, case when is_owner then $1
             else 'bench-' || lpad(customer::text, 5, '0') end as tenant,
      'site_bench_' || customer || '_' || era as site,
      'canary-' || customer || '-' || era as word,
      '10.' || customer / 250 || '.' || customer % 250 || '.' || dice % 50 as address,
      gen_random_uuid() as request
    from owned),
  acted as (
    select *,
      case when dice % 50 = 11 then 'user:default/staff-' || dice % 20
        else 'user:' || tenant || '/person-' || dice % 7 end as actor,
      case when dice % 1000 = 13 then 'rejectDeployment'
        else (array['orderSite', 'updateSite', 'signIn', 'signOut',
          'finishDeployment', 'updateMember', 'suspendSite',
          'approveDeployment'])[1 + dice % 8] end as action,
      case when dice % 50 = 7 then 'refused' when dice % 200 = 3 then 'failed'
        else 'succeeded' end as outcome,
      now() - ($4::int - n) * (interval '365 days' / $4::int) as at
    from told)
  insert into tenancy.audit_events
    (tenant_id, sequence, digest, hash, id, kind, occurred_at, recorded_at, actor,
     action, object_kind, object_id, object_name, outcome, reason, before, after,
     request_id, address, words)
  select tenant, 1000000000 + n, sha256(n::text::bytea), sha256(n::text::bytea),
         gen_random_uuid(), 'change', at, at, actor, action, 'site', site, word,
         outcome, case outcome when 'succeeded' then null else 'Told by ' || word end,
         '{"size": "small", "title": "Before"}', jsonb_build_object('size', 'large', 'title', word),
         request::text, address,
         (select array_to_tsvector(array_agg(
             floor(extract(epoch from at) / 604800) || '/' || word))
            from unnest(array['tenant=' || tenant, lower(action), 'site', site,
              'bench', word, 'canary', customer::text, era::text, 'size', 'small',
              'large', 'title', 'before', request::text]
              || case when actor like 'user:default/%' then array[]::text[]
                   else array[actor, 'user', tenant, split_part(actor, '/', 2), address] end)
              as words (word))
    from acted`;
