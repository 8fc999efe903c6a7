import type {
  DeploymentKind,
  DeploymentState,
} from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { runningStates } from '../domain/Deployment';

export interface RunningDeployment {
  tenant: string;
  deploymentId: string;
  siteId: string;
  kind: DeploymentKind;
  state: DeploymentState;
  workerId?: string;
  isCancelForced: boolean;
  /** Since the worker last said that it is alive, by the database's clock. */
  silentSeconds: number;
}

/** What a worker hears when it says that it is alive. */
export interface HeldRun {
  cancelRequested: boolean;
  isCancelForced: boolean;
  /** It is a check, and a change of its site waits. */
  givesWay: boolean;
}

/** What workers know of each other, and of what waits for one. */
export class RunsStore {
  /**
   * Says that the worker is alive.
   *
   * @returns undefined when the deployment is not the worker's any more
   */
  async heartbeat(
    trx: TenantTransaction,
    run: { tenant: string; deploymentId: string; workerId: string },
  ): Promise<HeldRun | undefined> {
    const [row] = await trx('deployments')
      .where({
        tenant_id: run.tenant,
        deployment_id: run.deploymentId,
        worker_id: run.workerId,
      })
      .whereIn('state', runningStates)
      .update({ heartbeat_at: trx.fn.now() })
      .returning([
        'cancel_requested_at',
        'is_cancel_forced',
        trx.raw(
          `kind = 'check' and exists (
             select from deployments waiting
              where waiting.tenant_id = deployments.tenant_id
                and waiting.site_id = deployments.site_id
                and waiting.kind <> 'check'
                and waiting.state = 'queued') as gives_way`,
        ),
      ]);
    return (
      row && {
        cancelRequested: row.cancel_requested_at !== null,
        isCancelForced: row.is_cancel_forced,
        givesWay: row.gives_way,
      }
    );
  }

  /**
   * Whether a worker holds a deployment of this site, and which one is to
   * change it. Holds the site's row, so that no other claim decides meanwhile.
   */
  async lockSite(
    trx: TenantTransaction,
    { tenant, siteId }: { tenant: string; siteId: string },
  ): Promise<{ isIdle: boolean; activeDeploymentId?: string }> {
    const site = await trx('sites')
      .where({ tenant_id: tenant, site_id: siteId })
      .forUpdate()
      .first('active_deployment_id');
    const held = await trx('deployments')
      .where({ tenant_id: tenant, site_id: siteId })
      .whereIn('state', runningStates)
      .first('deployment_id');
    return {
      isIdle: held === undefined,
      activeDeploymentId: site?.active_deployment_id ?? undefined,
    };
  }

  /** Deployments that a worker holds; for the all-tenants door. */
  async listRunning(trx: TenantTransaction): Promise<RunningDeployment[]> {
    const rows = await running(trx).orderBy('heartbeat_at');
    return rows.map(toRunning);
  }

  /** When a worker last took the deployment up, if one ever did. */
  async findClaim(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
  ): Promise<Date | undefined> {
    const row = await trx('deployments')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .first('claimed_at');
    return row?.claimed_at ?? undefined;
  }

  /** The one deployment of the site that a worker holds, if there is one. */
  async findRunningOf(
    trx: TenantTransaction,
    tenant: string,
    siteId: string,
  ): Promise<RunningDeployment | undefined> {
    const [row] = await running(trx).where({
      tenant_id: tenant,
      site_id: siteId,
    });
    return row && toRunning(row);
  }

  /** Those whose approval was asked for too long ago; for the all-tenants door. */
  async listUndecided(
    trx: TenantTransaction,
    limit: number,
  ): Promise<{ tenant: string; deploymentId: string }[]> {
    const rows = await trx('deployments')
      .where({ state: 'awaiting-approval' })
      .where('approval_expires_at', '<=', new Date())
      .orderBy('approval_expires_at')
      .limit(limit)
      .select('tenant_id', 'deployment_id');
    return rows.map(row => ({
      tenant: row.tenant_id,
      deploymentId: row.deployment_id,
    }));
  }

  /** Deployments with one of these ids, by id; for the all-tenants door. */
  async findByIds(
    trx: TenantTransaction,
    deploymentIds: readonly string[],
  ): Promise<
    Map<
      string,
      Pick<RunningDeployment, 'tenant' | 'siteId' | 'state' | 'deploymentId'>
    >
  > {
    const rows = await trx('deployments')
      .whereIn('deployment_id', deploymentIds)
      .select('tenant_id', 'deployment_id', 'site_id', 'state');
    return new Map(
      rows.map(row => [
        row.deployment_id,
        {
          tenant: row.tenant_id,
          deploymentId: row.deployment_id,
          siteId: row.site_id,
          state: row.state,
        },
      ]),
    );
  }
}

function running(trx: TenantTransaction) {
  return trx('deployments')
    .whereIn('state', runningStates)
    .select(
      'tenant_id',
      'deployment_id',
      'site_id',
      'kind',
      'state',
      'worker_id',
      'is_cancel_forced',
      trx.raw('extract(epoch from now() - heartbeat_at) as silent_seconds'),
    );
}

function toRunning(row: Record<string, any>): RunningDeployment {
  return {
    tenant: row.tenant_id,
    deploymentId: row.deployment_id,
    siteId: row.site_id,
    kind: row.kind,
    state: row.state,
    workerId: row.worker_id ?? undefined,
    isCancelForced: row.is_cancel_forced,
    silentSeconds: Number(row.silent_seconds ?? Infinity),
  };
}
