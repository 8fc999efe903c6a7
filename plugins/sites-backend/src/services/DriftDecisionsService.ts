import { ConflictError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  TenantDatabase,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type {
  DeploymentsStore,
  NewDeployment,
} from '../database/DeploymentsStore';
import type { PlanFilesStore } from '../database/PlanFilesStore';
import type { SitesStore } from '../database/SitesStore';
import type { StatesStore } from '../database/StatesStore';
import type { DeploymentAllowances } from '../deployments/collaborators';
import type { DeploymentQueue } from '../deployments/DeploymentQueue';
import type { Deployment } from '../domain/Deployment';
import { desiredOf } from '../domain/desiredOf';
import { checkOfDrift } from '../domain/drift';
import { assertChangeable, presentPriceOf, type Site } from '../domain/Site';
import { publishSiteChanged } from '../events';
import { findActiveCustomer } from './findActiveCustomer';

/** What people do about a drift that a check has found. */
export class DriftDecisionsService {
  static create(options: {
    database: TenantDatabase;
    directory: Pick<TenantDirectory, 'findCustomer'>;
    sites: SitesStore;
    deployments: DeploymentsStore;
    planFiles: PlanFilesStore;
    states: StatesStore;
    allowances: DeploymentAllowances;
    audit: SiteAudit;
    queue: Pick<DeploymentQueue, 'send'>;
    events: EventsService;
  }): DriftDecisionsService {
    return new DriftDecisionsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof DriftDecisionsService.create>[0],
  ) {}

  /**
   * Begins a deployment that makes the site what was ordered again; it is
   * planned, checked and approved as any.
   *
   * @param options.by - entity ref of who asks
   * @throws NotFoundError, ConflictError when no drift is known, another
   *   deployment is active or the customer is suspended or deactivated,
   *   LimitReachedError
   */
  async reconcileDrift(
    tenant: string,
    siteId: string,
    { by }: { by: string },
  ): Promise<Deployment> {
    const { allowances, audit, deployments, directory } = this.deps;
    await findActiveCustomer(directory, tenant);
    const limits = await allowances.limitsOf(tenant);
    return this.deploy(tenant, siteId, async (trx, { site, check }) => {
      await allowances.assertMayDeploy(trx, { tenant, limits, by });
      const deployment = await deployments.create(
        trx,
        asOrdered(site, 'apply', by),
      );
      await audit.driftDecided(trx, 'reconcileDrift', { check, deployment });
      return deployment;
    });
  }

  /**
   * Begins a deployment that takes what was found into the state, by the very
   * plan of the check that found it. It changes nothing of the site itself.
   *
   * @param options.by - entity ref of who accepts
   * @param options.planHash - names the finding that was seen
   * @throws NotFoundError, ConflictError when no drift is known, it is another
   *   one by now, the state moved on, another deployment is active or the
   *   customer is suspended or deactivated
   */
  async acceptDrift(
    tenant: string,
    siteId: string,
    { by, planHash }: { by: string; planHash: string },
  ): Promise<Deployment> {
    const { audit, deployments, directory } = this.deps;
    await findActiveCustomer(directory, tenant);
    return this.deploy(tenant, siteId, async (trx, { site, check }) => {
      const planFile = await this.findPlan(trx, check, planHash);
      const created = await deployments.create(
        trx,
        asOrdered(site, 'accept', by),
      );
      // Who accepts has seen the plan, and approves it so.
      const deployment = await deployments.change(trx, created, {
        plan: check.plan,
        planHash,
        planBase: check.planBase,
        approval: {
          decision: 'approved',
          by,
          at: new Date().toISOString(),
          planHash,
        },
      });
      await this.deps.planFiles.save(trx, deployment, planFile);
      await audit.driftDecided(trx, 'acceptDrift', { check, deployment });
      return deployment;
    });
  }

  private async findPlan(
    trx: TenantTransaction,
    check: Deployment,
    planHash: string,
  ): Promise<Buffer> {
    if (check.planHash !== planHash) {
      throw new ConflictError(
        'The site was checked again since you looked. Look at what was found now, and decide again.',
      );
    }
    const { states, planFiles } = this.deps;
    const { tenant, siteId, planBase } = check;
    const state = await states.describeLatest(trx, tenant, siteId);
    const planFile = await planFiles.find(trx, check);
    const isPresent =
      state?.serial === planBase?.serial &&
      state?.lineage === planBase?.lineage;
    if (!planFile || !isPresent) {
      throw new ConflictError(
        'The site has changed since this drift was found. Check it again, and decide about what is found then.',
      );
    }
    return planFile;
  }

  private async deploy(
    tenant: string,
    siteId: string,
    decide: (
      trx: TenantTransaction,
      drifted: { site: Site; check: Deployment },
    ) => Promise<Deployment>,
  ): Promise<Deployment> {
    const { database, deployments, events, queue, sites } = this.deps;
    const deployment = await database.transaction(tenant, async trx => {
      const site = await sites.lock(trx, tenant, siteId);
      assertChangeable(site);
      const check = await deployments.get(trx, tenant, checkOfDrift(site));
      return decide(trx, { site, check });
    });
    await queue.send(tenant, deployment.deploymentId);
    await publishSiteChanged(events, tenant, siteId);
    return deployment;
  }
}

/** The site stays what it is, at the price it has. */
function asOrdered(
  site: Site,
  kind: 'apply' | 'accept',
  by: string,
): NewDeployment {
  const { tenant, siteId, price } = site;
  return {
    tenant,
    siteId,
    kind,
    desired: desiredOf(site),
    requestedBy: by,
    price,
    priceBefore: presentPriceOf(site),
  };
}
