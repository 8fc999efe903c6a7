import type { DeploymentState } from '@freehold/plugin-sites-common';
import type {
  TenantDatabase,
  TenantScope,
} from '@freehold/plugin-tenancy-node';
import type { DeploymentsStore } from '../database/DeploymentsStore';
import type { Deployment } from '../domain/Deployment';
import { readInScope } from './readInScope';

/** Shows deployments; DeploymentControl is what changes them. */
export class DeploymentsService {
  static create(options: {
    database: TenantDatabase;
    deployments: DeploymentsStore;
  }): DeploymentsService {
    return new DeploymentsService(options.database, options.deployments);
  }

  private constructor(
    private readonly database: TenantDatabase,
    private readonly deployments: DeploymentsStore,
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

  /** @throws NotFoundError */
  async getDeployment(
    tenant: string,
    deploymentId: string,
  ): Promise<Deployment> {
    return this.database.transaction(tenant, trx =>
      this.deployments.get(trx, tenant, deploymentId),
    );
  }
}
