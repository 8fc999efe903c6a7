import type { DeploymentQueue } from './DeploymentQueue';
import type { DeploymentRecovery } from './DeploymentRecovery';
import type { DeploymentRunner } from './DeploymentRunner';
import type { RunLeftovers } from './RunLeftovers';

/**
 * What a process does for deployments, round after round. A round that fails,
 * because the database is away for a while, is done again by the next one.
 */
export class DeploymentWork {
  private isQueueStarted = false;
  private isWorking = false;

  constructor(
    private readonly deps: {
      queue: DeploymentQueue;
      runner: DeploymentRunner;
      recovery: DeploymentRecovery;
      leftovers: RunLeftovers;
      concurrency: number;
      longestRunSeconds: number;
    },
  ) {}

  /**
   * Takes up work the first time, sends lost jobs again, and recovers what
   * others left, which can take a while and holds nothing else up. Only what is
   * left on disk is settled before this process uses the same directories.
   */
  async round(signal: AbortSignal): Promise<void> {
    const { queue, runner, recovery, leftovers } = this.deps;
    if (!this.isQueueStarted) {
      await queue.start(this.deps);
      this.isQueueStarted = true;
    }
    await leftovers.settle();
    if (!this.isWorking && !signal.aborted) {
      await queue.work(this.deps.concurrency, () => runner.runNext());
      this.isWorking = true;
    }
    await recovery.resendQueued();
    await recovery.recoverAbandoned();
  }
}
