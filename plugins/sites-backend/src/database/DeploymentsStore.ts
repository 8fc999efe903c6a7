import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  isFinal,
  type DeploymentKind,
  type DeploymentState,
} from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import {
  assertTransition,
  isRunning,
  type Deployment,
  type DeploymentStep,
  type DesiredSite,
  type Price,
} from '../domain/Deployment';
import { newId } from '../domain/ids';
import {
  toColumns,
  toDeployment,
  type DeploymentChanges,
} from './deploymentRows';
import { notifyDeploymentChanged } from './deploymentNotifications';

/** What a new deployment is made of; it starts as `queued`. */
export interface NewDeployment {
  tenant: string;
  siteId: string;
  kind: DeploymentKind;
  desired: DesiredSite;
  requestedBy: string;
  retryOf?: string;
  price: Price;
  /** What the site costs now; absent for a new one. */
  priceBefore?: Price;
}

export interface DeploymentFilter {
  /** Drift checks, which are left out otherwise. */
  checks?: true;
  siteId?: string;
  state?: DeploymentState;
  /** Narrows the all-tenants door; the tenant door is narrow by itself. */
  tenant?: string;
  offset: number;
  limit: number;
}

/**
 * Deployments and the steps they went through.
 *
 * Every method takes a transaction of one of the doors. A `queued` row is the
 * outbox entry of its own job: after the commit call
 * `DeploymentQueue.send(tenant, deploymentId)`, and if the process dies before
 * that, the sweeper sends it.
 */
export class DeploymentsStore {
  /**
   * Inserts a deployment and makes it the site's active one, unless it only
   * checks; one that destroys makes the site `deleting`. The site's row must
   * exist already.
   *
   * @throws ConflictError while another deployment of the site is active; for a
   *   check, while another check is
   */
  async create(
    trx: TenantTransaction,
    input: NewDeployment,
  ): Promise<Deployment> {
    const deploymentId = newId('dep');
    const site = { tenant_id: input.tenant, site_id: input.siteId };
    // Whoever changes a site holds its row first: two that insert and then
    // update it would wait for each other.
    await trx('sites').where(site).forUpdate().first('site_id');
    const inserted = await trx('deployments')
      .insert({
        tenant_id: input.tenant,
        deployment_id: deploymentId,
        site_id: input.siteId,
        kind: input.kind,
        state: 'queued',
        desired: JSON.stringify(input.desired),
        requested_by: input.requestedBy,
        retry_of: input.retryOf ?? null,
        amount: input.price.amount,
        currency: input.price.currency,
        price_version: input.price.priceVersion,
        price_lines: JSON.stringify(input.price.lines),
        price_before: input.priceBefore
          ? JSON.stringify(input.priceBefore)
          : null,
      })
      // Of the active ones of a site; of its checks, if this is one.
      .onConflict()
      .ignore()
      .returning('*');
    if (inserted.length === 0) {
      throw new ConflictError(
        input.kind === 'check'
          ? `'${input.desired.name}' is being checked already.`
          : `Another deployment of '${input.desired.name}' is not finished yet. Wait for its end, or cancel it first.`,
      );
    }
    if (input.kind !== 'check') {
      await trx('sites')
        .where(site)
        .update({
          active_deployment_id: deploymentId,
          last_deployment_id: deploymentId,
          ...(input.kind === 'destroy' ? { state: 'deleting' } : {}),
          updated_at: trx.fn.now(),
        });
    }
    const step = await this.appendStep(trx, inserted[0]);
    return toDeployment(inserted[0], [step]);
  }

  /**
   * @throws NotFoundError alike for an unknown and for another tenant's id
   */
  async get(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
  ): Promise<Deployment> {
    const row = await trx('deployments')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .first();
    return this.withSteps(trx, deploymentId, row);
  }

  /**
   * Like {@link get}, and holds the row until the transaction ends: for every
   * read that a change depends on.
   *
   * @throws NotFoundError
   */
  async lock(
    trx: TenantTransaction,
    tenant: string,
    deploymentId: string,
  ): Promise<Deployment> {
    const row = await trx('deployments')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .forUpdate()
      .first();
    return this.withSteps(trx, deploymentId, row);
  }

  /**
   * Everybody who asked for this change: who began the deployment, and the ones
   * that it repeats.
   */
  async listRequesters(
    trx: TenantTransaction,
    { tenant, deploymentId }: Pick<Deployment, 'tenant' | 'deploymentId'>,
  ): Promise<string[]> {
    const { rows } = await trx.raw(
      `with recursive asked as (
         select requested_by, retry_of from deployments
          where tenant_id = :tenant and deployment_id = :deployment
         union
         select earlier.requested_by, earlier.retry_of
           from deployments earlier
           join asked on earlier.deployment_id = asked.retry_of
          where earlier.tenant_id = :tenant)
       select distinct requested_by from asked`,
      { tenant, deployment: deploymentId },
    );
    return rows.map((row: { requested_by: string }) => row.requested_by);
  }

  /** One page, newest first, and how many match in all. */
  async list(
    trx: TenantTransaction,
    filter: DeploymentFilter,
  ): Promise<{ items: Deployment[]; total: number }> {
    const matching = trx('deployments').where(filtered => {
      if (filter.tenant) filtered.where('tenant_id', filter.tenant);
      if (filter.siteId) filtered.where('site_id', filter.siteId);
      if (filter.state) filtered.where('state', filter.state);
      filtered.where('kind', filter.checks ? '=' : '<>', 'check');
    });
    const [{ count }] = await matching.clone().count();
    const rows = await matching
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'deployment_id', order: 'desc' },
      ])
      .offset(filter.offset)
      .limit(filter.limit);
    const steps = await this.stepsOf(trx, rows);
    return {
      items: rows.map(row =>
        toDeployment(row, steps.get(row.deployment_id) ?? []),
      ),
      total: Number(count),
    };
  }

  /**
   * Moves a deployment that {@link lock} returned in the same transaction to
   * another state, with what changes along. Leaving the running states lets go
   * of worker and token; a final state ends the site's active deployment.
   *
   * @throws ConflictError when the state machine has no such step
   */
  async move(
    trx: TenantTransaction,
    deployment: Deployment,
    to: DeploymentState,
    changes: DeploymentChanges = {},
  ): Promise<Deployment> {
    assertTransition(deployment.state, to);
    const released = isRunning(to)
      ? { heartbeat_at: trx.fn.now() }
      : { worker_id: null, heartbeat_at: null, run_token_hash: null };
    const outgrown = {
      ...(to === 'queued' ? {} : { next_attempt_at: null, setback: null }),
      ...(to === 'awaiting-approval' ? {} : { approval_expires_at: null }),
    };
    const [row] = await trx('deployments')
      .where({
        tenant_id: deployment.tenant,
        deployment_id: deployment.deploymentId,
      })
      .update({
        ...outgrown,
        ...toColumns(changes),
        ...released,
        state: to,
        updated_at: trx.fn.now(),
        finished_at: isFinal(to) ? trx.fn.now() : null,
      })
      .returning('*');
    const step = await this.appendStep(trx, row);
    if (isFinal(to)) {
      await trx('sites')
        .where({
          tenant_id: deployment.tenant,
          site_id: deployment.siteId,
          active_deployment_id: deployment.deploymentId,
        })
        .update({ active_deployment_id: null, updated_at: trx.fn.now() });
    }
    return toDeployment(row, [...deployment.steps, step]);
  }

  /** Changes a deployment without moving it. */
  async change(
    trx: TenantTransaction,
    deployment: Deployment,
    changes: DeploymentChanges,
  ): Promise<Deployment> {
    const [row] = await trx('deployments')
      .where({
        tenant_id: deployment.tenant,
        deployment_id: deployment.deploymentId,
      })
      .update({
        ...toColumns(changes),
        // A new worker speaks for itself from now on.
        ...(changes.workerId ? { heartbeat_at: trx.fn.now() } : {}),
        updated_at: trx.fn.now(),
      })
      .returning('*');
    await notifyDeploymentChanged(
      trx,
      deployment.tenant,
      deployment.deploymentId,
    );
    return toDeployment(row, deployment.steps);
  }

  private async appendStep(
    trx: TenantTransaction,
    row: Record<string, any>,
  ): Promise<DeploymentStep> {
    const { rows } = await trx.raw(
      `insert into deployment_steps (tenant_id, deployment_id, seq, state, at)
       select :tenant, :deployment, coalesce(max(seq), 0) + 1, :state, clock_timestamp()
         from deployment_steps
        where tenant_id = :tenant and deployment_id = :deployment
       returning state, at`,
      {
        tenant: row.tenant_id,
        deployment: row.deployment_id,
        state: row.state,
      },
    );
    await notifyDeploymentChanged(trx, row.tenant_id, row.deployment_id);
    return rows[0];
  }

  private async withSteps(
    trx: TenantTransaction,
    deploymentId: string,
    row: Record<string, any> | undefined,
  ): Promise<Deployment> {
    if (!row) {
      throw new NotFoundError(`There is no deployment '${deploymentId}'`);
    }
    const steps = await this.stepsOf(trx, [row]);
    return toDeployment(row, steps.get(row.deployment_id) ?? []);
  }

  private async stepsOf(
    trx: TenantTransaction,
    rows: Record<string, any>[],
  ): Promise<Map<string, DeploymentStep[]>> {
    const steps = new Map<string, DeploymentStep[]>();
    if (rows.length === 0) {
      return steps;
    }
    const found = await trx('deployment_steps')
      .whereIn('tenant_id', [...new Set(rows.map(row => row.tenant_id))])
      .whereIn(
        'deployment_id',
        rows.map(row => row.deployment_id),
      )
      .orderBy('seq')
      .select('deployment_id', 'state', 'at');
    for (const { deployment_id: id, state, at } of found) {
      steps.set(id, [...(steps.get(id) ?? []), { state, at }]);
    }
    return steps;
  }
}
