import type { DeploymentState } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { runningStates } from '../domain/Deployment';

/** Look-up of the runs that may use a state right now. */
export class RunTokensStore {
  /** The run of this deployment, if it is running and of this site. */
  async findRun(
    trx: TenantTransaction,
    run: { tenant: string; siteId: string; deploymentId: string },
  ): Promise<{ tokenHash: string; state: DeploymentState } | undefined> {
    const row = await trx('deployments')
      .where({
        tenant_id: run.tenant,
        site_id: run.siteId,
        deployment_id: run.deploymentId,
      })
      .whereIn('state', runningStates)
      .whereNotNull('run_token_hash')
      .first('run_token_hash', 'state');
    return row && { tokenHash: row.run_token_hash, state: row.state };
  }
}
