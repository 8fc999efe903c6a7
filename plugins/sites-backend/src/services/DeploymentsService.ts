import type { DeploymentState } from '@freehold/plugin-sites-common';
import {
  readInScope,
  type TenantDatabase,
  type TenantDirectory,
  type TenantScope,
} from '@freehold/plugin-tenancy-node';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { QueueStore } from '../database/QueueStore';
import {
  barredFromApproval,
  type FourEyes,
} from '../deployments/approvalRules';
import type { Deployment } from '../domain/Deployment';

/** A deployment with what holds only while it waits. */
export type ShownDeployment = Deployment & {
  /** How many are run before it, while it waits for its turn. */
  queuedBefore?: number;
  /** Who asked for it and so may not approve it, while it waits for approval. */
  barredFromApproval?: readonly string[];
};

/** Shows deployments; DeploymentControl is what changes them. */
export class DeploymentsService {
  static create(options: {
    database: TenantDatabase;
    deployments: DeploymentsStore;
    directory: Pick<TenantDirectory, 'findCustomer'>;
    fourEyes: FourEyes;
    queued: QueueStore;
  }): DeploymentsService {
    return new DeploymentsService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof DeploymentsService.create>[0],
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
      this.deps.database,
      { scope, customer, purpose: 'list deployments for staff' },
      (trx, tenant) => this.deps.deployments.list(trx, { ...rest, tenant }),
    );
    return page ?? { items: [], total: 0 };
  }

  /** @throws NotFoundError */
  async getDeployment(
    tenant: string,
    deploymentId: string,
  ): Promise<ShownDeployment> {
    const { database, deployments } = this.deps;
    const { deployment, asked } = await database.transaction(
      tenant,
      async trx => {
        const found = await deployments.get(trx, tenant, deploymentId);
        return {
          deployment: found,
          asked:
            found.state === 'awaiting-approval'
              ? await deployments.listRequesters(trx, found)
              : undefined,
        };
      },
    );
    if (asked) {
      return { ...deployment, ...(await this.barred(tenant, asked)) };
    }
    return deployment.state === 'queued'
      ? { ...deployment, queuedBefore: await this.countBefore(deployment) }
      : deployment;
  }

  private async barred(tenant: string, asked: readonly string[]) {
    const { directory, fourEyes } = this.deps;
    const customer = await directory.findCustomer(tenant);
    return {
      barredFromApproval: barredFromApproval(fourEyes, {
        tier: customer?.tier,
        asked,
      }),
    };
  }

  /** A number, and nothing else of the other customers. */
  private async countBefore(
    deployment: Deployment,
  ): Promise<number | undefined> {
    const { database, queued } = this.deps;
    return database.acrossTenants(
      'count what is run before a deployment',
      trx => queued.countBefore(trx, deployment),
    );
  }
}
