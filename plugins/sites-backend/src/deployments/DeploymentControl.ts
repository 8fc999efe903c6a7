import { ConflictError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  TenantDatabase,
  TenantDirectory,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { DeadLettersStore } from '../database/DeadLettersStore';
import type { DeploymentLogStore } from '../database/DeploymentLogStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { SiteOutcomesStore } from '../database/SiteOutcomesStore';
import {
  assertRetryable,
  isRunning,
  type Deployment,
} from '../domain/Deployment';
import { publishSiteChanged } from '../events';
import { assertDeployable } from '../services/findActiveCustomer';
import { assertMayApprove, type FourEyes } from './approvalRules';
import type { DeploymentAllowances } from './collaborators';
import type { DeploymentNotices } from './DeploymentNotices';
import type { DeploymentQueue } from './DeploymentQueue';

/** What people do to deployments: approve, reject, cancel, retry. */
export class DeploymentControl {
  static create(options: {
    database: TenantDatabase;
    deployments: DeploymentsStore;
    log: DeploymentLogStore;
    outcomes: SiteOutcomesStore;
    audit: SiteAudit;
    queue: DeploymentQueue;
    events: EventsService;
    allowances: DeploymentAllowances;
    notices: DeploymentNotices;
    directory: Pick<TenantDirectory, 'findCustomer'>;
    deadLetters: DeadLettersStore;
    fourEyes: FourEyes;
  }): DeploymentControl {
    return new DeploymentControl(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof DeploymentControl.create>[0],
  ) {}

  /**
   * Approves the very plan that was seen, and lets it be applied.
   *
   * @param by - entity ref of who approves
   * @throws NotFoundError, ConflictError when it does not wait for approval, its
   *   plan is another one by now or the customer is suspended or deactivated,
   *   NotAllowedError when four eyes are asked for and these are the same two
   */
  async approve(
    tenant: string,
    deploymentId: string,
    options: { by: string; planHash: string },
  ): Promise<Deployment> {
    const customer = await this.deps.directory.findCustomer(tenant);
    const approved = await this.change(
      tenant,
      deploymentId,
      async (trx, it) => {
        assertAwaitsApproval(it);
        assertMayApprove(this.deps.fourEyes, {
          tier: customer?.tier,
          by: options.by,
          asked: await this.deps.deployments.listRequesters(trx, it),
        });
        if (customer) {
          assertDeployable(customer, it.kind);
        }
        if (it.planHash !== options.planHash) {
          throw new ConflictError(
            'The plan has changed since you saw it. Look at the new plan and decide again.',
          );
        }
        await this.say(trx, it, `The plan was approved by ${options.by}.`);
        await this.deps.notices.decided(trx, it, { isApproved: true });
        const after = await this.deps.deployments.move(trx, it, 'queued', {
          approval: {
            decision: 'approved',
            by: options.by,
            at: new Date().toISOString(),
            planHash: options.planHash,
          },
          attempts: 0,
        });
        await this.deps.audit.decided(trx, 'approveDeployment', {
          before: it,
          after,
        });
        return after;
      },
    );
    await this.deps.queue.send(tenant, deploymentId);
    return approved;
  }

  /**
   * Ends a deployment that waits for approval; nothing of it is applied.
   *
   * @throws NotFoundError, ConflictError
   */
  async reject(
    tenant: string,
    deploymentId: string,
    options: { by: string; reason: string },
  ): Promise<Deployment> {
    return this.change(tenant, deploymentId, async (trx, it) => {
      assertAwaitsApproval(it);
      await this.say(
        trx,
        it,
        `The plan was rejected by ${options.by}: ${options.reason}`,
      );
      const rejected = await this.deps.deployments.move(trx, it, 'failed', {
        approval: {
          decision: 'rejected',
          by: options.by,
          at: new Date().toISOString(),
          planHash: it.planHash ?? '',
          reason: options.reason,
        },
        failure: {
          code: 'rejected',
          message: `The plan was rejected: ${options.reason}`,
        },
      });
      await this.deps.outcomes.recordUnsuccess(trx, rejected);
      await this.deps.audit.decided(
        trx,
        'rejectDeployment',
        { before: it, after: rejected },
        options.reason,
      );
      await this.deps.notices.decided(trx, rejected, {
        isApproved: false,
        reason: options.reason,
      });
      return rejected;
    });
  }

  /**
   * Cancels at once what has not begun; asks the worker to stop what has. To
   * repeat it is harmless.
   *
   * @throws NotFoundError, ConflictError when the deployment has ended
   */
  async cancel(
    tenant: string,
    deploymentId: string,
    options: { by: string },
  ): Promise<Deployment> {
    return this.change(tenant, deploymentId, async (trx, it) => {
      if (isRunning(it.state)) {
        if (it.cancelRequestedAt) {
          return it;
        }
        await this.say(trx, it, `${options.by} asked to cancel.`);
        const stopping = await this.deps.deployments.change(trx, it, {
          cancelRequestedAt: new Date(),
          cancelRequestedBy: options.by,
        });
        await this.deps.audit.decided(trx, 'cancelDeployment', {
          before: it,
          after: stopping,
        });
        return stopping;
      }
      const cancelled = await this.deps.deployments.move(trx, it, 'cancelled', {
        cancelRequestedAt: new Date(),
        cancelRequestedBy: options.by,
      });
      await this.say(trx, it, `Cancelled by ${options.by} before it ran.`);
      await this.deps.outcomes.recordUnsuccess(trx, cancelled);
      await this.deps.audit.decided(trx, 'cancelDeployment', {
        before: it,
        after: cancelled,
      });
      return cancelled;
    });
  }

  /**
   * Ends a deployment without waiting for Terraform: whatever it does at that
   * moment may stay unrecorded. What does not run is cancelled as usual.
   *
   * @throws NotFoundError, ConflictError when the deployment has ended
   */
  async forceCancel(
    tenant: string,
    deploymentId: string,
    options: { by: string; reason: string },
  ): Promise<Deployment> {
    return this.change(tenant, deploymentId, async (trx, it) => {
      const { by, reason } = options;
      await this.say(trx, it, `${by} ended this by force: ${reason}`);
      const requested = {
        cancelRequestedAt: it.cancelRequestedAt ?? new Date(),
        cancelRequestedBy: it.cancelRequestedBy ?? by,
      };
      const after = isRunning(it.state)
        ? await this.deps.deployments.change(trx, it, {
            ...requested,
            isCancelForced: true,
          })
        : await this.deps.deployments.move(trx, it, 'cancelled', requested);
      if (!isRunning(it.state)) {
        await this.deps.outcomes.recordUnsuccess(trx, after);
      }
      await this.deps.audit.decided(
        trx,
        'forceCancelDeployment',
        { before: it, after },
        reason,
      );
      return after;
    });
  }

  /**
   * A new deployment with what a failed or cancelled one was to bring about, at
   * the price it was ordered for.
   *
   * @throws NotFoundError, ConflictError when it did not fail, another
   *   deployment of the site came after it, the customer is suspended, or it is
   *   deactivated and this is not about destroying, LimitReachedError
   */
  async retry(
    tenant: string,
    deploymentId: string,
    options: { by: string; reason?: string },
  ): Promise<Deployment> {
    const { allowances, audit, deadLetters, deployments, directory } =
      this.deps;
    const customer = await directory.findCustomer(tenant);
    const limits = await allowances.limitsOf(tenant);
    const retried = await this.change(tenant, deploymentId, async (trx, it) => {
      assertRetryable(it);
      if (customer) {
        assertDeployable(customer, it.kind);
      }
      const latest = await deployments.list(trx, {
        tenant,
        siteId: it.siteId,
        offset: 0,
        limit: 1,
      });
      if (latest.items[0].deploymentId !== deploymentId) {
        throw new ConflictError(
          'A later deployment of this site exists. Retry that one, or order a new change.',
        );
      }
      if (it.kind === 'apply') {
        await allowances.assertMayDeploy(trx, {
          tenant,
          limits,
          by: options.by,
        });
      }
      const created = await deployments.create(trx, {
        tenant,
        siteId: it.siteId,
        kind: it.kind,
        desired: it.desired,
        requestedBy: options.by,
        retryOf: deploymentId,
        price: it.price,
        priceBefore: it.priceBefore,
      });
      await deadLetters.resolve(trx, it, {
        resolution: 'requeued',
        ...options,
      });
      await audit.decided(
        trx,
        'retryDeployment',
        { before: it, after: created },
        options.reason,
      );
      return created;
    });
    await this.deps.queue.send(tenant, retried.deploymentId);
    return retried;
  }

  private async change(
    tenant: string,
    deploymentId: string,
    work: (trx: TenantTransaction, it: Deployment) => Promise<Deployment>,
  ): Promise<Deployment> {
    const changed = await this.deps.database.transaction(tenant, async trx =>
      work(trx, await this.deps.deployments.lock(trx, tenant, deploymentId)),
    );
    await publishSiteChanged(this.deps.events, tenant, changed.siteId);
    return changed;
  }

  private say(trx: TenantTransaction, it: Deployment, text: string) {
    return this.deps.log.append(trx, it.tenant, it.deploymentId, [
      { stream: 'portal', text },
    ]);
  }
}

function assertAwaitsApproval(deployment: Deployment): void {
  if (deployment.state !== 'awaiting-approval') {
    throw new ConflictError(
      `This deployment is ${deployment.state} and does not wait for an approval.`,
    );
  }
}
