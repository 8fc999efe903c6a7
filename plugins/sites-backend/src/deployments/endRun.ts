import type { DeploymentFailure } from '../domain/Deployment';
import type { Run, RunDependencies } from './Run';
import { TIME_LIMIT_FAILURE, toFailure } from './runOutcome';
import { settleRun } from './settleRun';

/**
 * Ends a run that did not succeed: as failed or cancelled, or back in the queue
 * when it is the portal that stops. A run that was lost to another worker is
 * left as it is: the directory stays until that worker, or the next start, has
 * made sure of its state.
 */
export async function endRun(
  deps: RunDependencies,
  run: Run,
  error: unknown,
): Promise<void> {
  const { deploymentId } = run.address;
  const { reason } = run.watch;
  if (reason === 'lost') {
    deps.logger.warn(
      `Deployment ${deploymentId} is not this worker's any more, its run was stopped`,
    );
    return;
  }
  await settleRun(deps, {
    address: run.address,
    directory: run.directory,
    say: text => run.log.say(text),
  });
  if (reason === 'shutdown') {
    run.log.say(
      'The portal is stopping. The deployment goes on once it is back.',
    );
    await run.log.flush();
    await requeue(deps, run);
    return;
  }
  if (reason === 'cancel') {
    run.log.say('Cancelled. What was applied before stays and is recorded.');
    await run.log.flush();
    await conclude(deps, run);
    return;
  }
  const failure =
    reason === 'time-limit' ? TIME_LIMIT_FAILURE : toFailure(error);
  if (failure.code === 'internal') {
    deps.logger.error(`Deployment ${deploymentId} failed`, toError(error));
  }
  run.log.say(failure.message);
  await run.log.flush();
  await conclude(deps, run, failure);
}

/**
 * Back into the queue, to plan again. The plan and its approval stay known, so
 * that what is left of an approved plan needs no second approval.
 */
export async function requeue(deps: RunDependencies, run: Run): Promise<void> {
  await run.change(async (trx, it) => {
    await deps.planFiles.remove(trx, it);
    return deps.deployments.move(trx, it, 'queued', { planHash: undefined });
  });
}

/** The end: failed with a failure, cancelled without one. */
export async function conclude(
  deps: RunDependencies,
  run: Run,
  failure?: DeploymentFailure,
): Promise<void> {
  await run.change(async (trx, it) => {
    const ended = failure
      ? await deps.deployments.move(trx, it, 'failed', { failure })
      : await deps.deployments.move(trx, it, 'cancelled');
    await deps.planFiles.remove(trx, it);
    await deps.outcomes.recordUnsuccess(trx, ended);
    await deps.audit.deploymentEnded(trx, ended);
    if (failure) {
      await deps.notices.failed(trx, ended);
    }
    return ended;
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
