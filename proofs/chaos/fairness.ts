import type { Database } from '../portal/Database.ts';

/** How a customer's first order fared beside the one who ordered very many. */
export interface FirstOrder {
  tenant: string;
  waitedMs: number;
  /** Deployments of the busy customer that began while it waited. */
  overtakenBy: number;
}

/** How long everything of the busy customer took to begin, and the others. */
export async function measureFairness(
  database: Database,
  busy: string,
): Promise<{ firsts: FirstOrder[]; lastOfBusyMs: number }> {
  const begun = `
    select d.tenant_id, d.deployment_id, d.created_at as asked, min(s.at) as began
      from sites.deployments d
      join sites.deployment_steps s using (tenant_id, deployment_id)
     where s.state = 'planning' and d.retry_of is null
     group by 1, 2, 3`;
  const firsts = await database.acrossTenants<FirstOrder>(
    `with begun as (${begun}),
     firsts as (
       select distinct on (tenant_id) * from begun
        where tenant_id <> $1 order by tenant_id, asked)
     select tenant_id as tenant,
            (extract(epoch from began - asked) * 1000)::float8 as "waitedMs",
            (select count(*)::int from begun b where b.tenant_id = $1
                and b.began > firsts.asked and b.began < firsts.began) as "overtakenBy"
       from firsts order by 1`,
    [busy],
  );
  const [{ last }] = await database.acrossTenants<{ last: number }>(
    `with begun as (${begun})
     select (extract(epoch from max(began - asked)) * 1000)::float8 as last
       from begun where tenant_id = $1`,
    [busy],
  );
  return { firsts, lastOfBusyMs: last };
}
