import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** A deployment that waits for a worker. */
export interface QueuedDeployment {
  tenant: string;
  deploymentId: string;
}

/**
 * Whose turn it is. In each round every customer has one turn: who has fewer
 * deployments running comes first, then who waited longest since one of theirs
 * began. So an order never waits for more than one deployment of any other
 * customer, however many those ordered. A customer's own go by their age.
 *
 * Drift checks come after everything else, and one at a time, so that they
 * leave workers free. What is to change a site waits for a check that runs.
 */
const QUEUE = `
  with waiting as (
    select tenant_id, deployment_id, created_at, kind = 'check' as is_check,
           row_number() over (
             partition by tenant_id, kind = 'check'
             order by created_at, deployment_id) as place
      from deployments queued
     where state = 'queued'
       and coalesce(next_attempt_at, '-infinity') <= now()
       and not exists (
         select from deployments running
          where running.state in ('planning', 'applying')
            and (running.kind = 'check' and queued.kind = 'check'
              or running.tenant_id = queued.tenant_id
                and running.site_id = queued.site_id))),
  turns as (
    select tenant_id,
           (select count(*) from deployments running
             where running.tenant_id = customer.tenant_id
               and running.state in ('planning', 'applying')
               and running.kind <> 'check') as running,
           (select max(claimed_at) from deployments begun
             where begun.tenant_id = customer.tenant_id
               and begun.kind <> 'check') as last_begun
      from (select distinct tenant_id from waiting) customer),
  queue as (
    select tenant_id, deployment_id,
           row_number() over (
             order by is_check, place + running, last_begun nulls first,
                      created_at, deployment_id) as turn
      from waiting join turns using (tenant_id))`;

/** The queue of all customers; for the all-tenants door. */
export class QueueStore {
  /** What is to be run next, if anything waits. */
  async findNext(
    trx: TenantTransaction,
  ): Promise<QueuedDeployment | undefined> {
    const { rows } = await trx.raw(
      `${QUEUE} select tenant_id, deployment_id from queue where turn = 1`,
    );
    return rows[0] && toQueued(rows[0]);
  }

  /** How many are run before this one; undefined when it does not wait. */
  async countBefore(
    trx: TenantTransaction,
    { tenant, deploymentId }: QueuedDeployment,
  ): Promise<number | undefined> {
    const { rows } = await trx.raw(
      `${QUEUE} select turn - 1 as before from queue
         where tenant_id = :tenant and deployment_id = :deploymentId`,
      { tenant, deploymentId },
    );
    return rows[0] && Number(rows[0].before);
  }

  /** What waits and is due, longest first. */
  async listDue(
    trx: TenantTransaction,
    limit: number,
  ): Promise<QueuedDeployment[]> {
    const rows = await trx('deployments')
      .where({ state: 'queued' })
      .whereRaw(`coalesce(next_attempt_at, '-infinity') <= now()`)
      .orderBy('updated_at')
      .limit(limit)
      .select('tenant_id', 'deployment_id');
    return rows.map(toQueued);
  }

  /** Keeps a deployment that cannot even be begun from holding up the others. */
  async postpone(
    trx: TenantTransaction,
    { tenant, deploymentId }: QueuedDeployment,
    until: Date,
  ): Promise<void> {
    await trx('deployments')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .where({ state: 'queued' })
      .update({
        attempts: trx.raw('attempts + 1'),
        next_attempt_at: until,
        updated_at: trx.fn.now(),
      });
  }
}

function toQueued(row: Record<string, string>): QueuedDeployment {
  return { tenant: row.tenant_id, deploymentId: row.deployment_id };
}
