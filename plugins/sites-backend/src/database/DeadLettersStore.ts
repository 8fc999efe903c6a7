import { NotFoundError } from '@backstage/errors';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { DeadLetter, DeadLetterReason } from '../domain/DeadLetter';

interface Address {
  tenant: string;
  deploymentId: string;
}

/** Deployments that were given up, and what staff decided about them. */
export class DeadLettersStore {
  async add(
    trx: TenantTransaction,
    { tenant, deploymentId }: Address,
    why: DeadLetterReason,
  ): Promise<void> {
    await trx('dead_letters').insert({
      tenant_id: tenant,
      deployment_id: deploymentId,
      why,
    });
  }

  /** One page of those nobody decided about, newest first, and how many. */
  async listOpen(
    trx: TenantTransaction,
    page: { tenant?: string; offset: number; limit: number },
  ): Promise<{ items: DeadLetter[]; total: number }> {
    const open = trx('dead_letters')
      .whereNull('resolution')
      .where(filtered => {
        if (page.tenant) filtered.where('dead_letters.tenant_id', page.tenant);
      });
    const [{ count }] = await open.clone().count();
    const rows = await open
      .join('deployments as d', join =>
        join
          .on('d.tenant_id', 'dead_letters.tenant_id')
          .andOn('d.deployment_id', 'dead_letters.deployment_id'),
      )
      .orderBy('dead_letters.created_at', 'desc')
      .offset(page.offset)
      .limit(page.limit)
      .select(
        'dead_letters.tenant_id',
        'dead_letters.deployment_id',
        'dead_letters.why',
        'dead_letters.created_at',
        'd.site_id',
        'd.kind',
        'd.desired',
        'd.attempts',
        'd.failure_message',
      );
    return { items: rows.map(toDeadLetter), total: Number(count) };
  }

  /** @returns whether one was open */
  async resolve(
    trx: TenantTransaction,
    { tenant, deploymentId }: Address,
    resolved: {
      resolution: 'requeued' | 'discarded';
      by: string;
      reason?: string;
    },
  ): Promise<boolean> {
    const changed = await trx('dead_letters')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .whereNull('resolution')
      .update({
        resolution: resolved.resolution,
        resolved_by: resolved.by,
        resolved_reason: resolved.reason ?? null,
        resolved_at: trx.fn.now(),
      });
    return changed > 0;
  }

  /** @throws NotFoundError when none is open; until then nobody else resolves it */
  async lockOpen(
    trx: TenantTransaction,
    { tenant, deploymentId }: Address,
  ): Promise<void> {
    const row = await trx('dead_letters')
      .where({ tenant_id: tenant, deployment_id: deploymentId })
      .whereNull('resolution')
      .forUpdate()
      .first('deployment_id');
    if (!row) {
      throw new NotFoundError(
        `There is no stuck deployment '${deploymentId}'. It may have been requeued or discarded already.`,
      );
    }
  }
}

function toDeadLetter(row: Record<string, any>): DeadLetter {
  return {
    tenant: row.tenant_id,
    deploymentId: row.deployment_id,
    siteId: row.site_id,
    siteName: row.desired.name,
    kind: row.kind,
    why: row.why,
    attempts: row.attempts,
    message: row.failure_message ?? '',
    createdAt: row.created_at,
  };
}
