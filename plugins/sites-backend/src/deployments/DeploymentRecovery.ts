import type { RunningDeployment } from '../database/RunsStore';
import { isRunning, type Deployment } from '../domain/Deployment';
import { publishSiteChanged } from '../events';
import type { StateAddress } from '../state/SiteStates';
import { listRunDirectories, RunDirectory } from '../terraform/RunDirectory';
import { endRunProcesses } from '../terraform/runProcesses';
import { conclude, requeue } from './endRun';
import { Run, type RunDependencies } from './Run';
import { settleRun } from './settleRun';
import { isWithoutWorker } from './workerIdentity';

/** How many waiting deployments are sent again at a time. */
const RESENT = 200;

/**
 * Finds deployments whose worker died and brings them to a good end: ends what
 * is left of the run, saves its state, frees its lock, and puts them back into
 * the queue. Every process of the portal does so, for its own crashes at its
 * next start and for those of others.
 */
export class DeploymentRecovery {
  constructor(
    private readonly deps: RunDependencies,
    private readonly isActiveHere: (deploymentId: string) => boolean,
  ) {}

  /**
   * Settles what earlier processes of this machine left on disk without anyone
   * holding the deployment any more. Before this process takes up any.
   */
  async settleLeftovers(): Promise<void> {
    const { database, runs, settings, logger } = this.deps;
    const ids = await listRunDirectories(settings.runsDirectory);
    const known = await database.acrossTenants('settle left runs', trx =>
      runs.findByIds(trx, ids),
    );
    for (const id of ids) {
      const deployment = known.get(id);
      const directory = RunDirectory.of(settings.runsDirectory, id);
      if (!deployment) {
        logger.warn(
          `${directory.path} belongs to no deployment of this database and is left alone`,
        );
      } else {
        await this.settleLeftover(deployment, directory);
      }
    }
  }

  /**
   * Another process may share the directories and take the deployment up at
   * any moment: holding its row keeps it from beginning.
   */
  private async settleLeftover(
    address: StateAddress,
    directory: RunDirectory,
  ): Promise<void> {
    const { database, deployments, settings, logger } = this.deps;
    const { tenant, deploymentId } = address;
    await database.transaction(tenant, async trx => {
      const present = await deployments.lock(trx, tenant, deploymentId);
      if (isRunning(present.state)) {
        return;
      }
      await endRunProcesses(directory, settings.terraform);
      await settleRun(this.deps, {
        address,
        directory,
        say: text => logger.info(`Deployment ${deploymentId}: ${text}`),
      });
    });
  }

  /** Takes up every deployment whose worker is gone, or silent for too long. */
  async recoverAbandoned(): Promise<void> {
    const { database, runs, settings, logger } = this.deps;
    const running = await database.acrossTenants(
      'find deployments whose worker died',
      trx => runs.listRunning(trx),
    );
    for (const deployment of running) {
      const isAbandoned = isWithoutWorker(
        deployment,
        settings.staleMilliseconds,
      );
      if (isAbandoned && !this.isActiveHere(deployment.deploymentId)) {
        try {
          await this.recover(deployment);
        } catch (error) {
          logger.error(
            `Could not recover deployment ${deployment.deploymentId} yet: ${error}`,
          );
        }
      }
    }
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
