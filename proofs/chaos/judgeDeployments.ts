import type { Database } from '../portal/Database.ts';
import { until } from '../seed/until.ts';

/**
 * What is wrong with deployments that are all over: with their ends, with how
 * often anything of theirs was applied, and with what people were told.
 *
 * @param patienceMs - how long what leaves after a commit may be on its way
 */
export async function judgeDeployments(
  database: Database,
  patienceMs = 30_000,
): Promise<string[]> {
  return [
    ...(await faultsOfEnds(database)),
    ...(await faultsOfApplies(database)),
    ...(await faultsOfLocks(database, patienceMs)),
    ...(await faultsOfEffects(database, patienceMs)),
  ];
}

/** One end each; a failure only where attempts were used up by the kills. */
async function faultsOfEnds(database: Database): Promise<string[]> {
  const rows = await database.acrossTenants<{ fault: string }>(
    `select d.deployment_id || ' ' || d.state || ' ' || coalesce(d.failure_code, '') as fault
       from sites.deployments d
       join lateral (
         select count(*) filter (where state in ('succeeded', 'failed', 'cancelled')) as ends,
                (array_agg(state order by seq desc))[1] as last
           from sites.deployment_steps s
          where s.tenant_id = d.tenant_id and s.deployment_id = d.deployment_id) steps on true
      where steps.ends <> 1 or steps.last <> d.state
         or (d.state = 'cancelled' and d.cancel_requested_at is null)
         or (d.state = 'failed' and d.failure_code <> 'interrupted')
         or d.worker_id is not null or d.run_token_hash is not null`,
  );
  return rows.map(({ fault }) => `its end is not true: ${fault}`);
}

/**
 * An apply that nobody disturbs keeps one version of the state; one that is
 * interrupted saves after each step. Serials rise, and versions of two
 * deployments never alternate, as they would if two applied at once.
 */
async function faultsOfApplies(database: Database): Promise<string[]> {
  const rows = await database.acrossTenants<{ fault: string }>(
    `with versions as (
       select *, lag(deployment_id) over (partition by tenant_id, site_id order by version) as before
         from sites.terraform_states),
     written as (
       select tenant_id, deployment_id, count(*) as versions,
              count(*) filter (where before is distinct from deployment_id) as turns
         from versions group by 1, 2)
     select deployment_id || ' wrote ' || versions || ' states in ' || turns || ' turns' as fault
       from written join sites.deployments d using (tenant_id, deployment_id)
      where turns > 1
         or (versions > 1 and d.attempts = 1 and d.cancel_requested_at is null)
     union all
     select deployment_id || ' succeeded without a state' from sites.deployments d
      where state = 'succeeded' and not exists (
        select from sites.terraform_states s
         where s.tenant_id = d.tenant_id and s.site_id = d.site_id)
     union all
     select 'state ' || site_id || ' ' || version || ' has serial ' || serial || ' after ' || before
       from (select *, lag(serial) over (partition by tenant_id, site_id order by version) as before
               from sites.terraform_states) s
      where serial <= before`,
  );
  return rows.map(({ fault }) => fault);
}

async function faultsOfLocks(
  database: Database,
  patienceMs: number,
): Promise<string[]> {
  const states = await database.acrossTenants(
    'select site_id, deployment_id from sites.terraform_locks',
  );
  // Those of a moment go with it; those of the dead would stay.
  const advisory = await emptyInTheEnd(async () => {
    const { rows } = await database.pool.query(
      `select locktype, classid, objid, pid from pg_locks
        where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows;
  }, patienceMs);
  return [...states, ...advisory].map(
    lock => `a lock is left: ${JSON.stringify(lock)}`,
  );
}

/** Each end on the record once, and whoever is told of it told once. */
function faultsOfEffects(
  database: Database,
  patienceMs: number,
): Promise<string[]> {
  return emptyInTheEnd(
    async () => [
      ...(await faultsOfRecords(database)),
      ...(await faultsOfNotifications(database)),
    ],
    patienceMs,
  );
}

async function faultsOfRecords(database: Database): Promise<string[]> {
  const rows = await database.acrossTenants<{ fault: string }>(
    `select d.deployment_id || ' ' || d.state || ' is on the record ' || count(e.id) || ' times' as fault
       from sites.deployments d
       left join tenancy.audit_events e
         on e.tenant_id = d.tenant_id and e.after ->> 'deployment' = d.deployment_id
        and e.after ->> 'state' = d.state
      group by d.deployment_id, d.state
     having count(e.id) <> 1
     union all
     select 'not sent yet: ' || kind || ' ' || message_id from sites.outbox`,
  );
  return rows.map(({ fault }) => fault);
}

async function faultsOfNotifications(database: Database): Promise<string[]> {
  const { rows: told } = await database.pool.query<{
    link: string;
    fault: string | null;
  }>(
    `select link, case when count(*) > 1
              then "user" || ' was told ' || count(*) || ' times: ' || title || ' ' || link
            end as fault
       from notifications.notification
      where topic in ('deployment-succeeded', 'deployment-failed')
      group by "user", title, link`,
  );
  const ended = await database.acrossTenants<{ link: string }>(
    `select '/sites/' || tenant_id || '/deployments/' || deployment_id as link
       from sites.deployments where state in ('succeeded', 'failed')`,
  );
  const known = new Set(told.map(({ link }) => link));
  return [
    ...told.flatMap(({ fault }) => fault ?? []),
    ...ended
      .filter(({ link }) => !known.has(link))
      .map(({ link }) => `nobody was told of the end of ${link}`),
  ];
}

/** What is still there after some patience. */
async function emptyInTheEnd<T>(
  list: () => Promise<T[]>,
  patienceMs: number,
): Promise<T[]> {
  return until(
    'nothing to be left',
    async () => ((await list()).length === 0 ? [] : undefined),
    patienceMs,
  ).catch(list);
}
