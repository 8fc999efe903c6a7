import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { PgBoss, fromKnex } from 'pg-boss';
import type { NotificationListener } from '../database/NotificationListener';

const QUEUE = 'deployments';

/** All a job knows. It only wakes a worker, which asks the rows whose turn it is. */
interface DeploymentJob {
  tenant: string;
  deploymentId: string;
}

/**
 * Wakes a worker, in whichever process has one free.
 *
 * The `queued` row is the truth and its own outbox: a lost job is sent again by
 * the sweeper, and a job too many finds nothing to do. So nothing here retries.
 */
export class DeploymentQueue {
  static create(options: {
    knex: Knex;
    listener: NotificationListener;
    logger: LoggerService;
  }): DeploymentQueue {
    const { knex, listener, logger } = options;
    const boss = new PgBoss({
      db: {
        ...fromKnex(knex),
        listen: (channel, onNotification, onReconnect) =>
          listener.subscribe(channel, { onNotification, onReconnect }),
      },
      schema: 'pgboss',
      schedule: false,
      useListenNotify: true,
    });
    boss.on('error', error =>
      logger.warn(`The job queue reported an error: ${error.message}`),
    );
    return new DeploymentQueue(boss, logger);
  }

  private constructor(
    private readonly boss: PgBoss,
    private readonly logger: LoggerService,
  ) {}

  /** Creates or migrates the queue's own schema and starts to listen. */
  async start(options: { longestRunSeconds: number }): Promise<void> {
    await this.boss.start();
    const settings = {
      notify: true,
      retryLimit: 0,
      expireInSeconds: options.longestRunSeconds,
      deleteAfterSeconds: 24 * 3600,
    };
    await this.boss.createQueue(QUEUE, { policy: 'short', ...settings });
    await this.boss.updateQueue(QUEUE, settings);
  }

  /**
   * Call it after the commit that made the deployment `queued`. Never throws:
   * the order is safe in its row, and the sweeper sends what could not be sent.
   */
  async send(
    tenant: string,
    deploymentId: string,
    options: { notBefore?: Date } = {},
  ): Promise<void> {
    const job: DeploymentJob = { tenant, deploymentId };
    try {
      await this.boss.send(QUEUE, job, {
        singletonKey: deploymentId,
        ...(options.notBefore ? { startAfter: options.notBefore } : {}),
      });
    } catch (error) {
      this.logger.warn(
        `Could not wake a worker for deployment ${deploymentId} yet: ${error}`,
      );
    }
  }

  /**
   * Works on up to `concurrency` deployments at a time in this process.
   *
   * @param work - must not throw; what it could not do stays in the rows
   */
  async work(concurrency: number, work: () => Promise<void>): Promise<void> {
    for (let index = 0; index < concurrency; index++) {
      const worker: { id?: string } = {};
      worker.id = await this.boss.work<DeploymentJob>(QUEUE, async () => {
        try {
          await work();
        } finally {
          // Jobs that came while this worker was busy notified it in vain;
          // without this it would sleep out its whole polling interval.
          if (worker.id) {
            this.boss.notifyWorker(worker.id);
          }
        }
      });
    }
  }

  /** Takes no more jobs, and waits for running ones up to the given time. */
  async stop(options: { timeoutMilliseconds: number }): Promise<void> {
    await this.boss.stop({
      close: false,
      graceful: true,
      timeout: options.timeoutMilliseconds,
    });
  }
}
