import type { Deployment } from '../domain/Deployment';
import { publishSiteChanged } from '../events';
import { recordUnsuccess } from './giveUp';
import type { RunDependencies } from './Run';

/** How many plans are let go of in one round. */
const EXPIRED = 100;

/**
 * Ends deployments that nobody decided about in time: what was planned long ago
 * is not what staff would see today.
 */
export async function expireApprovals(
  deps: Pick<
    RunDependencies,
    | 'audit'
    | 'database'
    | 'deployments'
    | 'events'
    | 'log'
    | 'notices'
    | 'outcomes'
    | 'planFiles'
    | 'runs'
  >,
  signal: AbortSignal,
): Promise<void> {
  const expired = await deps.database.acrossTenants(
    'find plans that nobody decided about in time',
    trx => deps.runs.listUndecided(trx, EXPIRED),
  );
  for (const { tenant, deploymentId } of expired) {
    if (signal.aborted) {
      return;
    }
    const ended = await deps.database.transaction(tenant, async trx => {
      const it = await deps.deployments.lock(trx, tenant, deploymentId);
      if (!isExpired(it)) {
        return undefined;
      }
      const failed = await deps.deployments.move(trx, it, 'failed', {
        failure: {
          code: 'approval-expired',
          message:
            'Nobody decided about the plan in time, so nothing was changed. Retry to have it planned and asked for anew.',
        },
      });
      await deps.log.append(trx, tenant, deploymentId, [
        { stream: 'portal', text: failed.failure!.message },
      ]);
      await deps.planFiles.remove(trx, it);
      await recordUnsuccess(deps, trx, failed);
      return failed;
    });
    if (ended) {
      await publishSiteChanged(deps.events, tenant, ended.siteId);
    }
  }
}

function isExpired({ state, approvalExpiresAt }: Deployment): boolean {
  return (
    state === 'awaiting-approval' &&
    approvalExpiresAt !== undefined &&
    approvalExpiresAt.getTime() <= Date.now()
  );
}
