import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { DeadLetterReason } from '../domain/DeadLetter';
import type { Deployment, DeploymentFailure } from '../domain/Deployment';
import type { RunDependencies } from './Run';

/**
 * Ends a deployment that is not worth another attempt as failed, and leaves it
 * to staff. Its customer can retry it all the same.
 */
export async function giveUp(
  deps: RunDependencies,
  trx: TenantTransaction,
  options: {
    deployment: Deployment;
    why: DeadLetterReason;
    failure: DeploymentFailure;
  },
): Promise<Deployment> {
  const { deployment, why, failure } = options;
  const failed = await deps.deployments.move(trx, deployment, 'failed', {
    failure,
  });
  await deps.planFiles.remove(trx, failed);
  if (failed.kind !== 'check') {
    await deps.deadLetters.add(trx, failed, why);
  }
  await recordUnsuccess(deps, trx, failed);
  return failed;
}

/**
 * Says of a deployment that it failed or was cancelled, wherever that is of
 * interest. A check leaves its row, and is made again in its turn.
 */
export async function recordUnsuccess(
  deps: Pick<RunDependencies, 'audit' | 'notices' | 'outcomes'>,
  trx: TenantTransaction,
  ended: Deployment,
): Promise<void> {
  if (ended.kind === 'check') {
    return;
  }
  await deps.outcomes.recordUnsuccess(trx, ended);
  await deps.audit.deploymentEnded(trx, ended);
  if (ended.state === 'failed') {
    await deps.notices.failed(trx, ended);
  }
}

/** What people are told when the attempts are used up. */
export function usedUpFailure(
  attempts: number,
  last: DeploymentFailure,
): DeploymentFailure {
  return {
    code: last.code,
    message: `${last.message} So ended the last of ${attempts} attempts. What was applied is recorded; retry once it has passed.`,
  };
}
