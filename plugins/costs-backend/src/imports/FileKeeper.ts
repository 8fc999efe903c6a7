import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { DateTime } from 'luxon';
import type { KeptFilesStore } from '../database/KeptFilesStore';
import type { ImportFiles } from './ImportFiles';

/** What nobody wrote to for so long belongs to no process that lives. */
const ABANDONED_AFTER_MILLISECONDS = 60 * 60 * 1_000;

interface FileKeeperOptions {
  database: TenantDatabase;
  files: Pick<
    ImportFiles,
    'listAbandoned' | 'listAbandonedUploads' | 'remove' | 'removeUpload'
  >;
  keptFiles: KeptFilesStore;
  /** How long a file is kept after the last need of it. */
  keepMonths: number;
  logger: LoggerService;
  now?: () => Date;
}

/** Removes files that no figure can need any more, and what killed processes left. */
export class FileKeeper {
  static create(options: FileKeeperOptions): FileKeeper {
    return new FileKeeper(options);
  }

  private constructor(private readonly deps: FileKeeperOptions) {}

  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'costs-tidy-files',
      scope: 'global',
      frequency: { hours: 24 },
      timeout: { hours: 1 },
      initialDelay: { minutes: 1 },
      fn: () => this.tidy(),
    });
    await this.sweep();
  }

  /** Removes what is no longer needed, and sweeps. */
  async tidy(): Promise<void> {
    const { database, files, keepMonths, keptFiles, logger } = this.deps;
    const since = DateTime.fromJSDate(this.now())
      .minus({ months: keepMonths })
      .toJSDate();
    const unneeded = await database.transaction(BUSINESS_TENANT, trx =>
      keptFiles.listUnneeded(trx, since),
    );
    for (const importId of unneeded) {
      await files.remove(importId);
      await database.transaction(BUSINESS_TENANT, trx =>
        keptFiles.markRemoved(trx, importId),
      );
    }
    if (unneeded.length > 0) {
      logger.info(`Removed ${unneeded.length} files of imports: not needed`);
    }
    await this.sweep();
  }

  /**
   * Removes uploads that were never received whole, and files whose import was
   * never committed. Other processes may be receiving now: only what is old goes.
   */
  async sweep(): Promise<void> {
    const { database, files, keptFiles, logger } = this.deps;
    const before = this.now().getTime() - ABANDONED_AFTER_MILLISECONDS;
    const uploads = await files.listAbandonedUploads(before);
    for (const name of uploads) {
      await files.removeUpload(name);
    }
    const kept = await files.listAbandoned(before);
    const known = await database.transaction(BUSINESS_TENANT, trx =>
      keptFiles.findKnown(trx, kept),
    );
    const orphans = kept.filter(importId => !known.has(importId));
    for (const importId of orphans) {
      await files.remove(importId);
    }
    if (uploads.length + orphans.length > 0) {
      logger.info(
        `Removed ${uploads.length} broken-off uploads and ${orphans.length} files without an import`,
      );
    }
  }

  private now(): Date {
    return this.deps.now?.() ?? new Date();
  }
}
