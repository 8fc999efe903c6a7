import type { DeploymentState } from '@freehold/plugin-sites-common';
import type {
  TenantDatabase,
  TenantScope,
} from '@freehold/plugin-tenancy-node';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { QueueStore } from '../database/QueueStore';
import type { Deployment } from '../domain/Deployment';
import { readInScope } from './readInScope';

/** Shows deployments; DeploymentControl is what changes them. */
export class DeploymentsService {
  static create(options: {
    database: TenantDatabase;
    deployments: DeploymentsStore;
    queued: QueueStore;
  }): DeploymentsService {
    return new DeploymentsService(
      options.database,
      options.deployments,
      options.queued,
    );
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly deployments: DeploymentsStore,
    private readonly queued: QueueStore,
  ) {}

  async listDeployments(
    scope: TenantScope,
    filter: {
      customer?: string;
      siteId?: string;
      state?: DeploymentState;
      offset: number;
      limit: number;
    },
  ): Promise<{ items: Deployment[]; total: number }> {
    const { customer, ...rest } = filter;
    const page = await readInScope(
      this.database,
      { scope, customer, purpose: 'list deployments for staff' },
      (trx, tenant) => this.deployments.list(trx, { ...rest, tenant }),
    );
    return page ?? { items: [], total: 0 };
  }

  /**
   * @returns with how many are run before it, while it waits for its turn
   * @throws NotFoundError
   */
  async getDeployment(
    tenant: string,
    deploymentId: string,
  ): Promise<Deployment & { queuedBefore?: number }> {
    const deployment = await this.database.transaction(tenant, trx =>
      this.deployments.get(trx, tenant, deploymentId),
    );
    if (deployment.state !== 'queued') {
      return deployment;
    }
    // A number, and nothing else of the other customers.
    const queuedBefore = await this.database.acrossTenants(
      'count what is run before a deployment',
      trx => this.queued.countBefore(trx, deployment),
    );
    return { ...deployment, queuedBefore };
  }
}
