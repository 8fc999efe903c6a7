import { isRunning } from '../domain/Deployment';
import type { StateAddress } from '../state/SiteStates';
import { listRunDirectories, RunDirectory } from '../terraform/RunDirectory';
import { endRunProcesses } from '../terraform/runProcesses';
import type { RunDependencies } from './Run';
import { settleRun } from './settleRun';

/** Runs on this machine's disk that nobody here holds any more. */
export class RunLeftovers {
  private readonly unknown = new Set<string>();

  constructor(
    private readonly deps: Pick<
      RunDependencies,
      'database' | 'deployments' | 'logger' | 'runs' | 'settings' | 'states'
    >,
    private readonly isActiveHere: (deploymentId: string) => boolean,
  ) {}

  /**
   * Ends what is left of them, saves their states, frees their locks and
   * removes their folders. What another machine runs by now is left alone until
   * it has ended: its lock and its state are not this run's.
   */
  async settle(): Promise<void> {
    const { database, runs, settings } = this.deps;
    const ids = await listRunDirectories(settings.runsDirectory);
    const left = ids.filter(id => !this.isActiveHere(id));
    if (left.length === 0) {
      return;
    }
    const known = await database.acrossTenants('settle left runs', trx =>
      runs.findByIds(trx, left),
    );
    for (const id of left) {
      const deployment = known.get(id);
      const directory = RunDirectory.of(settings.runsDirectory, id);
      if (deployment) {
        await this.trySettle(deployment, directory);
      } else {
        this.leaveAlone(id, directory);
      }
    }
  }

  /** One that cannot be settled yet keeps none of the others waiting. */
  private async trySettle(
    address: StateAddress,
    directory: RunDirectory,
  ): Promise<void> {
    try {
      await this.settleOne(address, directory);
    } catch (error) {
      this.deps.logger.error(
        `Could not settle what is left in ${directory.path} yet: ${error}`,
      );
    }
  }

  /**
   * Another process may share the folder and take the deployment up at any
   * moment: holding its row keeps it from beginning.
   */
  private async settleOne(
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

  private leaveAlone(id: string, directory: RunDirectory): void {
    if (!this.unknown.has(id)) {
      this.unknown.add(id);
      this.deps.logger.warn(
        `${directory.path} belongs to no deployment of this database and is left alone`,
      );
    }
  }
}
