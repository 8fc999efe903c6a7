import type { RunningDeployment } from '../database/RunsStore';
import { isRunning, type Deployment } from '../domain/Deployment';
import { publishSiteChanged } from '../events';
import { endRunProcesses } from '../terraform/runProcesses';
import { conclude, requeue } from './endRun';
import { giveUpLostRun } from './giveUpLostRun';
import { Run, type RunDependencies } from './Run';
import { settleRun } from './settleRun';
import { isKnownDead, isOfSamePlace } from './workerIdentity';

/** How many waiting deployments are sent again at a time. */
const RESENT = 200;

/**
 * Finds deployments whose worker died and brings them to a good end: ends what
 * is left of the run, saves its state, frees its lock, and puts them back into
 * the queue. Every process of the portal does so: for the crashes of all that
 * keep their runs where it does, and for those of others as far as that is safe.
 */
export class DeploymentRecovery {
  constructor(
    private readonly deps: RunDependencies,
    private readonly isActiveHere: (deploymentId: string) => boolean,
  ) {}

  /** Takes up every deployment whose worker is gone, or silent for too long. */
  async recoverAbandoned(): Promise<void> {
    const { database, runs, logger } = this.deps;
    const running = await database.acrossTenants(
      'find deployments whose worker died',
      trx => runs.listRunning(trx),
    );
    for (const deployment of running) {
      const { deploymentId } = deployment;
      const recover = this.recoveryOf(deployment);
      if (recover && !this.isActiveHere(deploymentId)) {
        try {
          await recover();
        } catch (error) {
          logger.error(
            `Could not recover deployment ${deploymentId} yet: ${error}`,
          );
        }
      }
    }
  }

  /**
   * How a deployment is to be recovered, if it is abandoned. Planning changes
   * nothing, so that any machine may plan again. What an apply has changed may
   * be written down where it ran and nowhere else: that machine is waited for.
   */
  private recoveryOf(
    deployment: RunningDeployment,
  ): (() => Promise<void>) | undefined {
    const { workerId: own, settings } = this.deps;
    const { workerId, state, isCancelForced } = deployment;
    const silentMilliseconds = deployment.silentSeconds * 1_000;
    const isSilent = silentMilliseconds > settings.staleMilliseconds;
    const isOfHere = workerId !== undefined && isOfSamePlace(workerId, own);
    if (!isSilent && !(isOfHere && isKnownDead(workerId))) {
      return undefined;
    }
    if (isOfHere || state === 'planning') {
      return () => this.recover(deployment);
    }
    return isCancelForced || silentMilliseconds > settings.takeOverMilliseconds
      ? () => giveUpLostRun(this.deps, deployment)
      : undefined;
  }

  /** Sends the jobs of waiting deployments again; what is on its way stays so. */
  async resendQueued(): Promise<void> {
    const { database, queued: waiting, queue } = this.deps;
    const queued = await database.acrossTenants('send lost jobs again', trx =>
      waiting.listDue(trx, RESENT),
    );
    for (const { tenant, deploymentId } of queued) {
      await queue.send(tenant, deploymentId);
    }
  }

  private async recover(abandoned: RunningDeployment): Promise<void> {
    const deployment = await this.takeOver(abandoned);
    if (!deployment) {
      return;
    }
    const run = new Run(this.deps, deployment);
    try {
      run.log.say(
        `The portal stopped while this deployment was ${deployment.state}. It is being recovered.`,
      );
      if (deployment.isCancelForced) {
        run.watch.kill();
      }
      const { graceMilliseconds } = this.deps.settings.terraform;
      const wasRunning = await endRunProcesses(run.directory, {
        graceMilliseconds: deployment.isCancelForced ? 0 : graceMilliseconds,
      });
      if (wasRunning) {
        run.log.say('Terraform was still running and was stopped.');
      }
      await settleRun(this.deps, {
        address: run.address,
        directory: run.directory,
        say: text => run.log.say(text),
      });
      await this.goOn(run);
    } finally {
      await run.close();
    }
    const { tenant, siteId, deploymentId } = run.address;
    await this.deps.queue.send(tenant, deploymentId);
    await publishSiteChanged(this.deps.events, tenant, siteId);
  }

  /**
   * Makes this process the worker. The run's token stays valid for now: if its
   * Terraform still runs, it can save its state when it is told to stop.
   */
  private async takeOver(
    abandoned: RunningDeployment,
  ): Promise<Deployment | undefined> {
    const { database, deployments, workerId } = this.deps;
    const { tenant, deploymentId } = abandoned;
    return database.transaction(tenant, async trx => {
      const present = await deployments.lock(trx, tenant, deploymentId);
      const isSame =
        isRunning(present.state) && present.workerId === abandoned.workerId;
      return isSame
        ? deployments.change(trx, present, { workerId })
        : undefined;
    });
  }

  private async goOn(run: Run): Promise<void> {
    if (run.deployment.cancelRequestedAt) {
      run.log.say('It was to be cancelled, so it ends here.');
      await run.log.flush();
      await conclude(this.deps, run);
      return;
    }
    run.log.say(
      run.deployment.state === 'applying'
        ? 'What was applied is recorded. The rest is planned again.'
        : 'Nothing was changed yet. It is planned again.',
    );
    await run.log.flush();
    await requeue(this.deps, run);
  }
}
