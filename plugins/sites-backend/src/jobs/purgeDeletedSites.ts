import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { ContentsStore } from '../database/ContentsStore';
import type { SitesStore } from '../database/SitesStore';

const SITES_PER_BATCH = 500;

/** An upload that no site uses is kept this long, so that an order can. */
const UNUSED_CONTENT_HOURS = 24;

/** What the purge works with. */
export interface PurgeOptions {
  database: TenantDatabase;
  sites: SitesStore;
  contents: ContentsStore;
  audit: SiteAudit;
  logger: LoggerService;
}

/** Has {@link purgeDeletedSites} run every hour, in one process at a time. */
export async function schedulePurge(
  scheduler: SchedulerService,
  options: PurgeOptions,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'sites-purge-deleted',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    fn: async signal => purgeDeletedSites(options, signal),
  });
}

/**
 * Forgets deleted sites whose time is over, with all their history, and
 * uploads that nothing uses. Finding is done across tenants, forgetting through
 * each tenant's own door.
 */
export async function purgeDeletedSites(
  { audit, database, sites, contents, logger }: PurgeOptions,
  signal?: AbortSignal,
): Promise<void> {
  let purged = 0;
  for (;;) {
    const due = await database.acrossTenants('find sites to purge', trx =>
      sites.listPurgeable(trx, SITES_PER_BATCH),
    );
    for (const { tenant, siteId } of due) {
      signal?.throwIfAborted();
      await database.transaction(tenant, async trx => {
        if (await sites.purge(trx, tenant, siteId)) {
          await audit.purged(trx, { tenant, siteId });
        }
      });
      purged += 1;
    }
    if (due.length < SITES_PER_BATCH) {
      break;
    }
  }
  const tenants = await database.acrossTenants('find uploads to purge', trx =>
    contents.listTenantsWithUnused(trx, UNUSED_CONTENT_HOURS),
  );
  let uploads = 0;
  for (const tenant of tenants) {
    signal?.throwIfAborted();
    uploads += await database.transaction(tenant, trx =>
      contents.purgeUnused(trx, tenant, UNUSED_CONTENT_HOURS),
    );
  }
  if (purged + uploads > 0) {
    logger.info(`Purged ${purged} deleted sites and ${uploads} unused uploads`);
  }
}
