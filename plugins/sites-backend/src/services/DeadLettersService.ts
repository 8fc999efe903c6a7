import {
  readInScope,
  type TenantDatabase,
  type TenantScope,
} from '@freehold/plugin-tenancy-node';
import type { SiteAudit } from '../audit/SiteAudit';
import type { DeadLettersStore } from '../database/DeadLettersStore';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { DeploymentControl } from '../deployments/DeploymentControl';
import type { DeadLetter } from '../domain/DeadLetter';
import type { Deployment } from '../domain/Deployment';

/** Deployments that were given up, and what staff do about them. */
export class DeadLettersService {
  static create(options: {
    database: TenantDatabase;
    deadLetters: DeadLettersStore;
    deployments: DeploymentsStore;
    control: Pick<DeploymentControl, 'retry'>;
    audit: SiteAudit;
  }): DeadLettersService {
    return new DeadLettersService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof DeadLettersService.create>[0],
  ) {}

  async listDeadLetters(
    scope: TenantScope,
    filter: { customer?: string; offset: number; limit: number },
  ): Promise<{ items: DeadLetter[]; total: number }> {
    const { customer, ...page } = filter;
    const found = await readInScope(
      this.deps.database,
      { scope, customer, purpose: 'list given up deployments for staff' },
      (trx, tenant) => this.deps.deadLetters.listOpen(trx, { ...page, tenant }),
    );
    return found ?? { items: [], total: 0 };
  }

  /**
   * Begins a new deployment of the same; its dead letter is resolved with it.
   *
   * @throws NotFoundError when none is open, and whatever a retry throws
   */
  async requeue(
    tenant: string,
    deploymentId: string,
    options: { by: string; reason: string },
  ): Promise<Deployment> {
    await this.deps.database.transaction(tenant, trx =>
      this.deps.deadLetters.lockOpen(trx, { tenant, deploymentId }),
    );
    return this.deps.control.retry(tenant, deploymentId, options);
  }

  /**
   * Decides that nothing more is to be done about it.
   *
   * @throws NotFoundError when none is open
   */
  async discard(
    tenant: string,
    deploymentId: string,
    options: { by: string; reason: string },
  ): Promise<void> {
    const { audit, database, deadLetters, deployments } = this.deps;
    await database.transaction(tenant, async trx => {
      const address = { tenant, deploymentId };
      await deadLetters.lockOpen(trx, address);
      await deadLetters.resolve(trx, address, {
        resolution: 'discarded',
        ...options,
      });
      const it = await deployments.get(trx, tenant, deploymentId);
      await audit.decided(
        trx,
        'discardDeadLetter',
        { before: it, after: it },
        options.reason,
      );
    });
  }
}
