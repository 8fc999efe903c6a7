import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

export type Totals = Pick<
  SitesComponents['schemas']['Summary'],
  'sites' | 'deployments'
>;

/** Totals of what the transaction's door shows, deleted sites left out. */
export async function countSummary(trx: TenantTransaction): Promise<Totals> {
  const sites = { ordered: 0, live: 0, failed: 0, suspended: 0, deleting: 0 };
  const states: { state: keyof typeof sites; count: string }[] = await trx(
    'sites',
  )
    .whereNull('deleted_at')
    .groupBy('state')
    .select('state', trx.raw('count(*)'));
  for (const { state, count } of states) {
    sites[state] = Number(count);
  }
  const {
    rows: [deployments],
  } = await trx.raw(
    `select
       (select count(*) from deployments
         where state in ('queued', 'planning', 'applying')
           and kind <> 'check')::int as running,
       (select count(*) from deployments
         where state = 'awaiting-approval')::int as "awaitingApproval",
       (select count(*) from deployments
         where state = 'failed' and kind <> 'check'
           and finished_at > now() - interval '1 day')::int as "failedLastDay"`,
  );
  return { sites, deployments };
}
