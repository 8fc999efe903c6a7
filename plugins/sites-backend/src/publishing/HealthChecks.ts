import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import http from 'node:http';
import https from 'node:https';
import type {
  PublishedSite,
  PublishedSitesStore,
  SiteHealth,
} from '../database/PublishedSitesStore';
import type { HealthCheck } from '../deployments/collaborators';
import { publishSiteChanged } from '../events';

const TIMEOUT_MILLISECONDS = 5_000;
const AT_A_TIME = 20;

/** Asks live sites whether they answer, and records what they say. */
export class HealthChecks implements HealthCheck {
  constructor(
    private readonly deps: {
      database: TenantDatabase;
      sites: PublishedSitesStore;
      events: EventsService;
      logger: LoggerService;
      /** The portal's own server; it answers for all local sites. */
      innerOrigin(): Promise<string>;
      intervalMilliseconds: number;
    },
  ) {}

  async check(site: { tenant: string; siteId: string }): Promise<void> {
    const { database, sites, logger } = this.deps;
    try {
      const found = await database.transaction(site.tenant, trx =>
        sites.find(trx, site.tenant, site.siteId),
      );
      if (found) {
        await this.checkSite(found);
      }
    } catch (error) {
      logger.warn(`Could not check the health of ${site.siteId}: ${error}`);
    }
  }

  /** Checks the sites that are due, until none is. */
  async checkDue(signal: AbortSignal): Promise<void> {
    const { database, sites, intervalMilliseconds } = this.deps;
    while (!signal.aborted) {
      const due = await database.acrossTenants(
        'check the health of live sites',
        trx =>
          sites.takeDueForCheck(trx, {
            intervalMilliseconds,
            limit: AT_A_TIME,
          }),
      );
      await Promise.all(due.map(site => this.checkSite(site)));
      if (due.length < AT_A_TIME) {
        return;
      }
    }
  }

  private async checkSite(site: PublishedSite): Promise<void> {
    const { database, sites, events } = this.deps;
    if (site.state !== 'live' || !site.healthUrl) {
      return;
    }
    const health = await this.ask(site.healthUrl);
    const changed = await database.transaction(site.tenant, trx =>
      sites.recordHealth(trx, site, health),
    );
    if (changed) {
      await publishSiteChanged(events, site.tenant, site.siteId);
    }
  }

  private async ask(healthUrl: string): Promise<SiteHealth> {
    const checkedAt = new Date().toISOString();
    try {
      const status = await getStatus(
        await this.deps.innerOrigin(),
        new URL(healthUrl),
      );
      return status >= 200 && status < 400
        ? { status: 'healthy', checkedAt }
        : {
            status: 'unhealthy',
            checkedAt,
            detail: `The site answered with status ${status}.`,
          };
    } catch {
      return {
        status: 'unhealthy',
        checkedAt,
        detail: 'The site did not answer in time.',
      };
    }
  }
}

/**
 * Names below `localhost` don't resolve everywhere, and fetch lets nobody set
 * Host, so the portal's own address is asked in the site's name.
 */
async function getStatus(innerOrigin: string, site: URL): Promise<number> {
  const target = new URL(site.pathname, innerOrigin);
  const { get } = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = get(
      target,
      { headers: { host: site.host }, timeout: TIMEOUT_MILLISECONDS },
      response => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
  });
}
