import { ConflictError } from '@backstage/errors';
import {
  LimitReachedError,
  type TenantDatabase,
  type TenantDirectory,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { DriftStore } from '../database/DriftStore';
import type { SitesStore } from '../database/SitesStore';
import type { DeploymentAllowances } from '../deployments/collaborators';
import type { DeploymentQueue } from '../deployments/DeploymentQueue';
import type { Deployment } from '../domain/Deployment';
import { desiredOf } from '../domain/desiredOf';
import { assertCheckable } from '../domain/drift';
import type { Site } from '../domain/Site';
import { findActiveCustomer } from './findActiveCustomer';

/** Who asks for a check that comes in its turn. */
const PORTAL = 'plugin:sites';

/** Checks of what became of sites since they were brought about. */
export class DriftChecksService {
  static create(options: {
    database: TenantDatabase;
    directory: Pick<TenantDirectory, 'findCustomer'>;
    sites: SitesStore;
    deployments: DeploymentsStore;
    drift: DriftStore;
    allowances: DeploymentAllowances;
    audit: SiteAudit;
    queue: Pick<DeploymentQueue, 'send'>;
    /** Of all customers together; with 0 nothing is checked. */
    checksPerHour: number;
  }): DriftChecksService {
    return new DriftChecksService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof DriftChecksService.create>[0],
  ) {}

  /**
   * Checks of a site, newest first.
   *
   * @throws NotFoundError
   */
  async listDriftChecks(
    tenant: string,
    siteId: string,
    page: { offset: number; limit: number },
  ): Promise<{ items: Deployment[]; total: number }> {
    const { database, deployments, sites } = this.deps;
    return database.transaction(tenant, async trx => {
      await sites.get(trx, tenant, siteId);
      return deployments.list(trx, { tenant, siteId, checks: true, ...page });
    });
  }

  /**
   * Has a site checked now. It counts as one of the customer's deployments of
   * this hour, and as one of the checks that all customers have together.
   *
   * @param options.by - entity ref of who asks
   * @throws NotFoundError, ConflictError when the site cannot be checked now or
   *   the customer is suspended or deactivated, LimitReachedError
   */
  async checkDrift(
    tenant: string,
    siteId: string,
    { by }: { by: string },
  ): Promise<Deployment> {
    const { allowances, audit, checksPerHour, database, directory } = this.deps;
    await findActiveCustomer(directory, tenant);
    if (checksPerHour === 0) {
      throw new ConflictError(
        'Drift checks are turned off in this portal. Its operators can turn them on.',
      );
    }
    const limits = await allowances.limitsOf(tenant);
    const assertAllowed = async (trx: TenantTransaction) => {
      const site = await this.lockCheckable(trx, tenant, siteId);
      await allowances.assertMayDeploy(trx, { tenant, limits, by });
      return site;
    };
    // First, so that a refusal takes nothing of what all customers share.
    await database.transaction(tenant, assertAllowed);
    const refused = await this.takeTurn(tenant, siteId);
    if (refused) {
      throw new LimitReachedError(
        `All ${checksPerHour} drift checks of this hour are used. The next one can begin in ${Math.ceil(refused.freeInSeconds / 60)} min.`,
        refused.freeInSeconds,
      );
    }
    return this.begin(tenant, async trx => {
      const check = await this.create(trx, await assertAllowed(trx), by);
      await audit.checkAsked(trx, check);
      return check;
    });
  }

  /**
   * Checks a site whose turn has come.
   *
   * @returns whether a check was left of this hour's
   * @throws NotFoundError, ConflictError when something else came first
   */
  async checkInTurn(tenant: string, siteId: string): Promise<boolean> {
    if (await this.takeTurn(tenant, siteId)) {
      return false;
    }
    await this.begin(tenant, async trx =>
      this.create(trx, await this.lockCheckable(trx, tenant, siteId), PORTAL),
    );
    return true;
  }

  private async takeTurn(tenant: string, siteId: string) {
    const { checksPerHour, database, drift } = this.deps;
    // A number, and nothing else of the other customers.
    return database.acrossTenants('count the drift checks of this hour', trx =>
      drift.takeTurn(trx, { tenant, siteId }, checksPerHour),
    );
  }

  private async lockCheckable(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<Site> {
    const site = await this.deps.sites.lock(trx, tenant, siteId);
    assertCheckable(site);
    if (await this.deps.drift.isBeingChecked(trx, site)) {
      throw new ConflictError(
        `The site '${site.name}' is being checked already.`,
      );
    }
    return site;
  }

  private async create(
    trx: TenantTransaction,
    site: Site,
    by: string,
  ): Promise<Deployment> {
    const { tenant, siteId, price } = site;
    await this.deps.drift.purgeChecks(trx, site);
    return this.deps.deployments.create(trx, {
      tenant,
      siteId,
      kind: 'check',
      desired: desiredOf(site),
      requestedBy: by,
      price,
    });
  }

  private async begin(
    tenant: string,
    create: (trx: TenantTransaction) => Promise<Deployment>,
  ): Promise<Deployment> {
    const check = await this.deps.database.transaction(tenant, create);
    await this.deps.queue.send(tenant, check.deploymentId);
    return check;
  }
}
