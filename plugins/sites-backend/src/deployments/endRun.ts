import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Deployment, DeploymentFailure } from '../domain/Deployment';
import { backoffMilliseconds, MOST_ATTEMPTS } from '../domain/attempts';
import { giveUp, recordUnsuccess, usedUpFailure } from './giveUp';
import type { Run, RunDependencies } from './Run';
import { mayPass, TIME_LIMIT_FAILURE, toFailure } from './runOutcome';
import { settleRun } from './settleRun';

const FORCED_WARNING =
  'Ended by force. What Terraform was doing at that moment may exist without being recorded: compare what the site has in the cloud with its state. The lock is free, and the next run looks at everything anew before it changes anything.';

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
    // That it was in the way of a restart says nothing about the deployment.
    await requeue(deps, run, { attempts: run.deployment.attempts - 1 });
    return;
  }
  if (reason === 'cancel') {
    run.log.say(cancelledWords(run));
    await run.log.flush();
    await conclude(deps, run);
    return;
  }
  if (reason === 'gives-way') {
    run.log.say('A change of the site came first, so the check ends here.');
    await run.log.flush();
    await conclude(deps, run);
    return;
  }
  // A check comes again in its turn, and another attempt is not in its budget.
  const isWorthAnother = run.deployment.kind !== 'check' && mayPass(error);
  if (reason === undefined && isWorthAnother) {
    await tryAgainLater(deps, run, run.log.withoutSecrets(toFailure(error)));
    return;
  }
  const failure =
    reason === 'time-limit'
      ? TIME_LIMIT_FAILURE
      : run.log.withoutSecrets(toFailure(error));
  run.log.say(failure.message);
  await run.log.flush();
  if (failure.code === 'internal') {
    deps.logger.error(`Deployment ${deploymentId} failed`, toError(error));
    await run.change((trx, deployment) =>
      giveUp(deps, trx, { deployment, why: 'runner-failed', failure }),
    );
    return;
  }
  await conclude(deps, run, failure);
}

function cancelledWords({ deployment, watch }: Run): string {
  if (deployment.kind === 'check') {
    return 'Cancelled. A check changes nothing.';
  }
  return watch.killSignal.aborted
    ? FORCED_WARNING
    : 'Cancelled. What was applied before stays and is recorded.';
}

/** Back into the queue for a while, or given up when it was the last attempt. */
async function tryAgainLater(
  deps: RunDependencies,
  run: Run,
  setback: DeploymentFailure,
): Promise<void> {
  const { attempts } = run.deployment;
  if (attempts >= MOST_ATTEMPTS) {
    const failure = usedUpFailure(attempts, setback);
    run.log.say(failure.message);
    await run.log.flush();
    await run.change((trx, deployment) =>
      giveUp(deps, trx, { deployment, why: 'attempts-used-up', failure }),
    );
    return;
  }
  const nextAttemptAt = new Date(
    Date.now() +
      backoffMilliseconds(
        attempts,
        deps.settings.retryMilliseconds,
        Math.random(),
      ),
  );
  run.log.say(
    `${setback.message} It may pass: attempt ${attempts + 1} of ${MOST_ATTEMPTS} begins at ${nextAttemptAt.toISOString()}.`,
  );
  await run.log.flush();
  await requeue(deps, run, { nextAttemptAt, setback });
  await deps.queue.send(run.address.tenant, run.address.deploymentId, {
    notBefore: nextAttemptAt,
  });
}

/**
 * Back into the queue, to plan again. The plan and its approval stay known, so
 * that what is left of an approved plan needs no second approval.
 */
export async function requeue(
  deps: RunDependencies,
  run: Run,
  changes: Pick<
    Partial<Deployment>,
    'attempts' | 'nextAttemptAt' | 'setback'
  > = {},
): Promise<void> {
  await run.change(async (trx, it) => {
    if (it.cancelRequestedAt) {
      return endCancelled(deps, trx, it, killedNow(run));
    }
    await deps.planFiles.remove(trx, it);
    return deps.deployments.move(trx, it, 'queued', {
      planHash: undefined,
      ...changes,
    });
  });
}

/** The end: failed with a failure, cancelled without one. */
export async function conclude(
  deps: RunDependencies,
  run: Run,
  failure?: DeploymentFailure,
): Promise<void> {
  await run.change(async (trx, it) => {
    if (!failure) {
      return endCancelled(deps, trx, it, killedNow(run));
    }
    await deps.planFiles.remove(trx, it);
    const failed = await deps.deployments.move(trx, it, 'failed', {
      failure,
      ...killedNow(run),
    });
    await recordUnsuccess(deps, trx, failed);
    return failed;
  });
}

/** The end that was asked for, of a deployment that had begun. */
export async function endCancelled(
  deps: RunDependencies,
  trx: TenantTransaction,
  deployment: Deployment,
  changes: { killedAt?: Date },
): Promise<Deployment> {
  const cancelled = await deps.deployments.move(
    trx,
    deployment,
    'cancelled',
    changes,
  );
  await deps.planFiles.remove(trx, cancelled);
  await recordUnsuccess(deps, trx, cancelled);
  return cancelled;
}

function killedNow(run: Run): { killedAt?: Date } {
  return run.watch.killSignal.aborted ? { killedAt: new Date() } : {};
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
