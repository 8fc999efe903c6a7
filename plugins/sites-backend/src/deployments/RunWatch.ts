import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { RunsStore } from '../database/RunsStore';
import { RunStopped, type StopReason } from './runOutcome';

const HEARTBEAT_MILLISECONDS = 1_000;

/**
 * Keeps a run's claim to its deployment alive, and says when and why the run
 * must stop. A worker that cannot reach the database stops well before others
 * take it for dead, so that no two ever work on one site.
 */
export class RunWatch {
  private readonly controller = new AbortController();
  private readonly killer = new AbortController();
  private timer?: NodeJS.Timeout;
  private readonly limit: NodeJS.Timeout;
  private lastHeartbeat = Date.now();
  private closed = false;
  private stopReason?: StopReason;

  constructor(
    private readonly options: {
      database: TenantDatabase;
      runs: RunsStore;
      run: { tenant: string; deploymentId: string; workerId: string };
      timeLimitMilliseconds: number;
      /** After this long without a word a worker is taken for dead. */
      staleMilliseconds: number;
    },
  ) {
    this.limit = setTimeout(
      () => this.stop('time-limit'),
      options.timeLimitMilliseconds,
    );
    this.schedule();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Aborted when what runs is not to be waited for. */
  get killSignal(): AbortSignal {
    return this.killer.signal;
  }

  get reason(): StopReason | undefined {
    return this.stopReason;
  }

  /** The first reason counts; losing the claim overrides the others. */
  stop(reason: StopReason): void {
    if (!this.stopReason || reason === 'lost') {
      this.stopReason = reason;
    }
    this.controller.abort();
  }

  /** Stops for the reason that it was cancelled by force. */
  kill(): void {
    this.stop('cancel');
    this.killer.abort();
  }

  /** @throws RunStopped when the run must stop */
  assertRunning(): void {
    if (this.stopReason) {
      throw new RunStopped();
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.limit);
  }

  private schedule(): void {
    this.timer = setTimeout(() => this.beat(), HEARTBEAT_MILLISECONDS);
  }

  private async beat(): Promise<void> {
    const { database, runs, run, staleMilliseconds } = this.options;
    try {
      const held = await database.transaction(run.tenant, trx =>
        runs.heartbeat(trx, run),
      );
      this.lastHeartbeat = Date.now();
      if (!this.closed && !held) {
        this.stop('lost');
      } else if (held?.isCancelForced) {
        this.kill();
      } else if (held?.cancelRequested) {
        this.stop('cancel');
      } else if (held?.givesWay) {
        this.stop('gives-way');
      }
    } catch {
      if (Date.now() - this.lastHeartbeat > staleMilliseconds / 3) {
        this.stop('lost');
      }
    }
    if (!this.closed) {
      this.schedule();
    }
  }
}
