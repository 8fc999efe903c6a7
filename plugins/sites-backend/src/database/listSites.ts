import type { SiteState } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Knex } from 'knex';
import { LAST_DEPLOYMENT_COLUMNS, toLastDeployment, toSite } from './siteRows';
import type { SiteView } from './SitesStore';

export type SiteSort =
  'name' | '-name' | 'createdAt' | '-createdAt' | 'customer' | '-customer';

export interface SiteFilter {
  /** Narrows the all-tenants door; the tenant door is narrow by itself. */
  tenant?: string;
  /** Part of the name or the title, in any case. */
  search?: string;
  /** Deleted sites are listed when asked for, and then only they. */
  state?: SiteState;
  cloud?: string;
  /** Only those that are known to have drifted, or only the others. */
  drifted?: boolean;
  sort: SiteSort;
  offset: number;
  limit: number;
}

const SORT_COLUMNS: Record<string, string[]> = {
  name: ['name', 'tenant_id', 'site_id'],
  createdAt: ['created_at', 'tenant_id', 'site_id'],
  customer: ['tenant_id', 'name', 'site_id'],
};

/**
 * One page of sites, and how many match in all.
 *
 * The page is first found as keys, which an index alone can do however far
 * down it is, and only then filled.
 */
export async function listSites(
  trx: TenantTransaction,
  filter: SiteFilter,
): Promise<{ items: SiteView[]; total: number }> {
  const [{ count }] = await matching(trx, filter).count();
  const order = orderOf(filter.sort);
  const page = matching(trx, filter)
    .select('tenant_id', 'site_id')
    .orderBy(order)
    .offset(filter.offset)
    .limit(filter.limit)
    .as('page');
  const rows = await trx
    .from(page)
    .join('sites', join =>
      join
        .on('sites.tenant_id', 'page.tenant_id')
        .on('sites.site_id', 'page.site_id'),
    )
    .leftJoin({ last: 'deployments' }, join =>
      join
        .on('last.tenant_id', 'sites.tenant_id')
        .on('last.deployment_id', 'sites.last_deployment_id'),
    )
    .orderBy(
      order.map(({ column, order: direction }) => ({
        column: `sites.${column}`,
        order: direction,
      })),
    )
    .select('sites.*', LAST_DEPLOYMENT_COLUMNS);
  return {
    items: rows.map(row => ({
      ...toSite(row),
      lastDeployment: toLastDeployment(row),
    })),
    total: Number(count),
  };
}

function orderOf(sort: SiteSort) {
  const descending = sort.startsWith('-');
  const columns = SORT_COLUMNS[descending ? sort.slice(1) : sort];
  const order: 'asc' | 'desc' = descending ? 'desc' : 'asc';
  return columns.map(column => ({ column, order }));
}

function matching(
  trx: TenantTransaction,
  filter: SiteFilter,
): Knex.QueryBuilder {
  const query = trx('sites');
  if (filter.state === 'deleted') {
    query.whereNotNull('deleted_at');
  } else {
    query.whereNull('deleted_at');
    if (filter.state) query.where('state', filter.state);
  }
  if (filter.tenant) query.where('tenant_id', filter.tenant);
  if (filter.cloud) query.where('cloud', filter.cloud);
  if (filter.drifted !== undefined) {
    query.whereRaw(
      filter.drifted ? 'drift_found_at is not null' : 'drift_found_at is null',
    );
  }
  if (filter.search) {
    query.whereRaw('search_text like lower(?)', [
      `%${escapeLike(filter.search)}%`,
    ]);
  }
  return query;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
