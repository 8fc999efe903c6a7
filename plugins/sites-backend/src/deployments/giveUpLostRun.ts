import type { RunningDeployment } from '../database/RunsStore';
import { isRunning } from '../domain/Deployment';
import { publishSiteChanged } from '../events';
import { endCancelled } from './endRun';
import { giveUp } from './giveUp';
import type { RunDependencies } from './Run';

const LOST =
  'The machine that applied this did not come back. What it did since it last saved the state is known there only: compare what the site has in the cloud with its state, or bring the machine back, which saves the rest. Then retry.';

/**
 * Ends an apply whose machine did not come back, as failed, and leaves it to
 * staff: to plan again would make a second time whatever is not recorded. One
 * that was to be ended by force is cancelled.
 */
export async function giveUpLostRun(
  deps: RunDependencies,
  lost: RunningDeployment,
): Promise<void> {
  const { tenant, siteId, deploymentId, workerId } = lost;
  const isEnded = await deps.database.transaction(tenant, async trx => {
    const present = await deps.deployments.lock(trx, tenant, deploymentId);
    if (!isRunning(present.state) || present.workerId !== workerId) {
      return false;
    }
    await deps.states.releaseAfterRun(lost);
    await deps.log.append(trx, tenant, deploymentId, [
      { stream: 'portal', text: LOST },
    ]);
    if (present.isCancelForced) {
      await endCancelled(deps, trx, present, { killedAt: new Date() });
    } else {
      await giveUp(deps, trx, {
        deployment: present,
        why: 'machine-lost',
        failure: { code: 'machine-lost', message: LOST },
      });
    }
    return true;
  });
  if (isEnded) {
    await publishSiteChanged(deps.events, tenant, siteId);
  }
}
