import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { randomUUID } from 'node:crypto';
import type { Import, ImportProblem } from '../domain/Import';
import { ReadingError } from '../reading';
import { ImportRun, type ImportRunOptions } from './ImportRun';
import { ReallocationError } from './ReallocationError';
import { ReallocationRun } from './ReallocationRun';

const SIGN_OF_LIFE_MILLISECONDS = 15_000;

/**
 * Works the queue of imports: one at a time in each process, since one already
 * takes all the memory that imports may take.
 */
export class ImportWorker {
  static create(options: ImportRunOptions & { logger: LoggerService }) {
    return new ImportWorker(options);
  }

  /** Names this process, as long as it lives. */
  private readonly worker = randomUUID();
  private working?: Promise<void>;
  private isStopping = false;
  /** Whether somebody asked for work since the queue was looked at last. */
  private isWoken = false;

  private constructor(
    private readonly deps: ImportRunOptions & { logger: LoggerService },
  ) {}

  /** Looks at the queue from time to time, too, for what other processes left. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'costs-work-imports',
      scope: 'local',
      frequency: { seconds: 20 },
      timeout: { hours: 12 },
      initialDelay: { seconds: 2 },
      fn: () => this.work(),
    });
  }

  /** Begins no more; an import that runs is taken over by another process. */
  stop(): void {
    this.isStopping = true;
  }

  /** Has the queue worked, without waiting for it. */
  readonly wake = (): void => {
    void this.work();
  };

  /** Works until nothing waits. */
  async work(): Promise<void> {
    this.isWoken = true;
    this.working ??= this.workAll().finally(() => {
      this.working = undefined;
    });
    return this.working;
  }

  private async workAll(): Promise<void> {
    const { logger } = this.deps;
    try {
      await this.giveUp();
      while (!this.isStopping) {
        this.isWoken = false;
        const found = await this.claim();
        if (found) {
          await this.run(found);
        } else if (!this.isWoken) {
          return;
        }
      }
    } catch (error) {
      logger.error(`Imports cannot be worked: ${stringifyError(error)}`);
    }
  }

  private async claim(): Promise<Import | undefined> {
    const { database, imports } = this.deps;
    return database.transaction(BUSINESS_TENANT, trx =>
      imports.claim(trx, this.worker),
    );
  }

  private async run(found: Import): Promise<void> {
    const { logger } = this.deps;
    const signs = setInterval(
      () => this.tellAlive(found),
      SIGN_OF_LIFE_MILLISECONDS,
    );
    try {
      const claimed = { found, worker: this.worker };
      const work = found.reallocates
        ? ReallocationRun.create(this.deps, claimed)
        : ImportRun.create(this.deps, claimed);
      await work.run();
      logger.info(`Imported ${found.fileName} (${found.importId})`);
    } catch (error) {
      await this.fail(found, error);
    } finally {
      clearInterval(signs);
    }
  }

  private tellAlive({ importId }: Import): void {
    const { database, imports, logger } = this.deps;
    database
      .transaction(BUSINESS_TENANT, trx =>
        imports.seen(trx, importId, { worker: this.worker }),
      )
      .catch(error =>
        logger.warn(
          `Import ${importId} gave no sign: ${stringifyError(error)}`,
        ),
      );
  }

  private async fail(found: Import, error: unknown): Promise<void> {
    const { database, imports, logger } = this.deps;
    const { importId } = found;
    const message = `Import ${importId} failed: ${stringifyError(error)}`;
    if (error instanceof ReadingError || error instanceof ReallocationError) {
      logger.info(message);
    } else {
      logger.error(message);
    }
    await database.transaction(BUSINESS_TENANT, trx =>
      imports.fail(trx, importId, this.explain(error, importId)),
    );
  }

  private explain(error: unknown, importId: string): ImportProblem {
    return error instanceof ReadingError || error instanceof ReallocationError
      ? { code: error.code, message: error.message }
      : {
          code: 'internal',
          message: `Something went wrong on our side; nothing was changed. Try again, and if it fails again, look for ${importId} in the log of the portal.`,
        };
  }

  /** Ends what every process that tried it died of. */
  private async giveUp(): Promise<void> {
    const { database, files, imports } = this.deps;
    await database.transaction(BUSINESS_TENANT, async trx => {
      for (const importId of await imports.listGivenUp(trx)) {
        await files.removeWorkspace(importId);
        await imports.fail(trx, importId, {
          code: 'given-up',
          message:
            'The portal ended three times while it read this file; nothing was changed. Bring it in by smaller parts, each of whole billing periods.',
        });
      }
    });
  }
}
