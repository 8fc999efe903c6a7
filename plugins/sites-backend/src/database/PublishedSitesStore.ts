import type { SiteState } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** What serving a site and looking after its health needs. */
export interface PublishedSite {
  tenant: string;
  siteId: string;
  name: string;
  cloud: string;
  state: SiteState;
  suspendedReason?: string;
  healthUrl?: string;
}

export interface SiteHealth {
  status: 'healthy' | 'unhealthy' | 'unknown';
  /** ISO 8601. */
  checkedAt: string;
  /** For people, when it is not healthy. */
  detail?: string;
}

/** Sites as visitors and health checks see them. */
export class PublishedSitesStore {
  /** The site of this name that is not deleted. */
  async findByName(
    trx: TenantTransaction,
    tenant: string,
    name: string,
  ): Promise<PublishedSite | undefined> {
    const row = await trx('sites')
      .where({ tenant_id: tenant, name })
      .whereNull('deleted_at')
      .first();
    return row && toPublishedSite(row);
  }

  async find(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<PublishedSite | undefined> {
    const row = await trx('sites')
      .where({ tenant_id: tenant, site_id: siteId })
      .first();
    return row && toPublishedSite(row);
  }

  /**
   * Live sites whose last check is the longest ago, marked as being checked, so
   * that no two processes check the same; for the all-tenants door.
   */
  async takeDueForCheck(
    trx: TenantTransaction,
    options: { intervalMilliseconds: number; limit: number },
  ): Promise<PublishedSite[]> {
    const { rows } = await trx.raw(
      `update sites set health_checked_at = now()
        where (tenant_id, site_id) in (
          select tenant_id, site_id from sites
           where state = 'live'
             and (health_checked_at is null or
                  health_checked_at < now() - ? * interval '1 millisecond')
           order by health_checked_at nulls first
           limit ?
           for update skip locked)
       returning *`,
      [options.intervalMilliseconds, options.limit],
    );
    return rows.map(toPublishedSite);
  }

  /** @returns whether the status is another than before */
  async recordHealth(
    trx: TenantTransaction,
    site: { tenant: string; siteId: string },
    health: SiteHealth,
  ): Promise<boolean> {
    const { rows } = await trx.raw(
      `update sites set health = :health, health_checked_at = now()
         from (select tenant_id, site_id, health->>'status' as status
                 from sites
                where tenant_id = :tenant and site_id = :site
                  for update) before
        where sites.tenant_id = before.tenant_id
          and sites.site_id = before.site_id
       returning before.status is distinct from :status as changed`,
      {
        health: JSON.stringify(health),
        tenant: site.tenant,
        site: site.siteId,
        status: health.status,
      },
    );
    return rows[0]?.changed ?? false;
  }
}

function toPublishedSite(row: Record<string, any>): PublishedSite {
  return {
    tenant: row.tenant_id,
    siteId: row.site_id,
    name: row.name,
    cloud: row.cloud,
    state: row.state,
    suspendedReason: row.suspended_reason ?? undefined,
    healthUrl: row.health_url ?? undefined,
  };
}
