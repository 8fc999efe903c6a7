import { isError } from '@backstage/errors';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { QueuedDeployment } from '../database/QueueStore';
import { MOST_ATTEMPTS } from '../domain/attempts';
import { approvalOfPresentPlan, type Deployment } from '../domain/Deployment';
import { createRunToken } from '../state/runTokens';
import { giveUp, usedUpFailure } from './giveUp';
import type { RunDependencies } from './Run';

export interface Claim {
  deployment: Deployment;
  token: string;
  /** An approved plan that cannot be applied, since the state moved on. */
  wasStale: boolean;
}

/** After it could not be begun at all. */
const POSTPONED_MILLISECONDS = 60_000;

/**
 * Takes up the deployment whose turn it is. Workers of all processes look at
 * the same one: who comes second looks again, and sees the first one's run.
 *
 * @returns undefined when nothing is waiting
 */
export async function claimNextDeployment(
  deps: RunDependencies,
): Promise<Claim | undefined> {
  for (;;) {
    const next = await deps.database.acrossTenants(
      'find the deployment whose turn it is',
      trx => deps.queued.findNext(trx),
    );
    if (!next) {
      return undefined;
    }
    const claim = await claimOrPostpone(deps, next);
    if (claim) {
      return claim;
    }
  }
}

/** One that cannot even be begun must not hold up the others. */
async function claimOrPostpone(
  deps: RunDependencies,
  next: QueuedDeployment,
): Promise<Claim | undefined> {
  try {
    return await claimDeployment(deps, next);
  } catch (error) {
    deps.logger.error(
      `Could not begin deployment ${next.deploymentId}, trying again later: ${error}`,
    );
    const until = new Date(Date.now() + POSTPONED_MILLISECONDS);
    await deps.database.transaction(next.tenant, trx =>
      deps.queued.postpone(trx, next, until),
    );
    return undefined;
  }
}

/**
 * Takes up a queued deployment: to apply the plan that was approved, or else to
 * plan. Of several workers one gets it, and only while no other deployment of
 * the site runs. A check that a change came before is not made at all.
 *
 * @returns undefined when there is nothing to do
 */
async function claimDeployment(
  deps: RunDependencies,
  { tenant, deploymentId }: QueuedDeployment,
): Promise<Claim | undefined> {
  return deps.database.transaction(tenant, async trx => {
    const deployment = await findQueued(deps, trx, tenant, deploymentId);
    if (!deployment) {
      return undefined;
    }
    const site = await deps.runs.lockSite(trx, deployment);
    if (!site.isIdle) {
      // Who looked at the queue looked before this run began, and looks again.
      return undefined;
    }
    if (deployment.kind === 'check' && site.activeDeploymentId) {
      await deps.deployments.move(trx, deployment, 'cancelled');
      return undefined;
    }
    if (deployment.attempts >= MOST_ATTEMPTS) {
      await giveUpWaiting(deps, trx, deployment);
      return undefined;
    }
    const isApproved = approvalOfPresentPlan(deployment) !== undefined;
    const wasStale =
      isApproved && !(await isPlannedFromPresentState(deps, deployment));
    const { token, hash } = createRunToken();
    const claimed = await deps.deployments.move(
      trx,
      deployment,
      isApproved && !wasStale ? 'applying' : 'planning',
      {
        workerId: deps.workerId,
        runTokenHash: hash,
        claimedAt: new Date(),
        attempts: deployment.attempts + 1,
        ...(wasStale ? voidApproval(deployment) : {}),
      },
    );
    return { deployment: claimed, token, wasStale };
  });
}

async function findQueued(
  deps: RunDependencies,
  trx: TenantTransaction,
  tenant: string,
  deploymentId: string,
): Promise<Deployment | undefined> {
  try {
    const found = await deps.deployments.lock(trx, tenant, deploymentId);
    return found.state === 'queued' ? found : undefined;
  } catch (error) {
    // Purged with its site since the job was sent.
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

async function isPlannedFromPresentState(
  deps: RunDependencies,
  deployment: Deployment,
): Promise<boolean> {
  const present = await deps.states.describe(deployment);
  const { planBase } = deployment;
  return (
    present?.serial === planBase?.serial &&
    present?.lineage === planBase?.lineage
  );
}

/** Kept for people to see that somebody had approved, and why it was in vain. */
function voidApproval({ approval }: Deployment) {
  return {
    approval: undefined,
    voidedApproval: approval && {
      by: approval.by,
      at: approval.at,
      voidedAt: new Date().toISOString(),
    },
  };
}

async function giveUpWaiting(
  deps: RunDependencies,
  trx: TenantTransaction,
  deployment: Deployment,
): Promise<void> {
  const { attempts, setback } = deployment;
  await giveUp(deps, trx, {
    deployment,
    why: setback ? 'attempts-used-up' : 'interrupted-too-often',
    failure: setback
      ? usedUpFailure(attempts, setback)
      : {
          code: 'interrupted',
          message: `The portal was interrupted ${attempts} times while this deployment ran. What was applied is recorded; retry to finish it.`,
        },
  });
}
