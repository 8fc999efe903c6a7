import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { PORTAL_CLOUD } from '@freehold/plugin-sites-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type {
  PublishedSite,
  PublishedSitesStore,
  SiteHealth,
} from '../database/PublishedSitesStore';
import type { HealthCheck } from '../deployments/collaborators';
import { publishSiteChanged } from '../events';
import { askSite } from './askSite';

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
      /** A double of AWS, which answers for all sites there; absent for AWS. */
      awsEndpoint?: string;
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
    const health = await this.ask(site, new URL(site.healthUrl));
    const changed = await database.transaction(site.tenant, trx =>
      sites.recordHealth(trx, site, health),
    );
    if (changed) {
      await publishSiteChanged(events, site.tenant, site.siteId);
    }
  }

  private async ask(site: PublishedSite, healthUrl: URL): Promise<SiteHealth> {
    const checkedAt = new Date().toISOString();
    try {
      const status = await askSite(healthUrl, await this.answererFor(site));
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

  /** Who answers in the name of sites that cannot be asked themselves. */
  private async answererFor({
    cloud,
  }: PublishedSite): Promise<string | undefined> {
    if (cloud === PORTAL_CLOUD) {
      return this.deps.innerOrigin();
    }
    return cloud === 'aws' ? this.deps.awsEndpoint : undefined;
  }
}
