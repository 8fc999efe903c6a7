import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { createHash } from 'node:crypto';
import path from 'node:path/posix';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CollectedStore } from '../database/CollectedStore';
import type { SourcesStore } from '../database/SourcesStore';
import type { ImportsService } from '../services/ImportsService';
import type { SourcesService } from '../services/SourcesService';
import { findDeliveries, findFiles, type Delivery } from './findDeliveries';
import { mergeCsv } from './mergeCsv';
import { mergeParquet } from './mergeParquet';
import type { Place, PlacedFile } from './Place';
import type { CollectSettings } from './readCollectConfig';

const COLLECTOR = 'plugin:costs';

interface CollectorOptions {
  collected: CollectedStore;
  database: TenantDatabase;
  imports: Pick<ImportsService, 'importCharges'>;
  logger: LoggerService;
  /** Where parts of an export are put together. */
  scratch: string;
  /** What `costs.collect` says. */
  settings: readonly CollectSettings[];
  sources: Pick<SourcesService, 'createSource'>;
  store: Pick<SourcesStore, 'findByName'>;
  now?: () => number;
}

/**
 * Takes exports from folders and buckets, each once, and has them imported. One
 * replica at a time looks into a place.
 */
export class Collector {
  static create(options: CollectorOptions): Collector {
    return new Collector(options);
  }

  private constructor(private readonly deps: CollectorOptions) {}

  async start(scheduler: SchedulerService): Promise<void> {
    for (const settings of this.deps.settings) {
      await scheduler.scheduleTask({
        ...settings.schedule,
        id: `costs-collect-${digestOf([settings.source]).slice(0, 12)}`,
        scope: 'global',
        fn: () => this.tryTo('look', settings, () => this.collect(settings)),
      });
    }
  }

  /** Looks into one place. */
  async collect(settings: CollectSettings): Promise<void> {
    const sourceId = await this.sourceOf(settings);
    const find = settings.addsAll ? findFiles : findDeliveries;
    for (const delivery of find(await settings.place.list())) {
      if (this.isStill(delivery, settings)) {
        await this.tryTo(`take ${delivery.name}`, settings, () =>
          this.take(delivery, { ...settings, sourceId }),
        );
      }
    }
  }

  /** One that fails holds up no other. */
  private async tryTo(
    what: string,
    { place, source }: CollectSettings,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.deps.logger.error(
        `Could not ${what} in ${place.nameOf('')} for '${source}'; the next round tries again: ${stringifyError(error)}`,
      );
    }
  }

  private async sourceOf({
    defaults,
    source: name,
  }: CollectSettings): Promise<string> {
    const { database, sources, store } = this.deps;
    const known = await database.transaction(BUSINESS_TENANT, trx =>
      store.findByName(trx, name),
    );
    const { sourceId } =
      known ??
      (await sources.createSource({ name, defaults, createdBy: COLLECTOR }));
    return sourceId;
  }

  /** All of it, since a part of a month must not take the place of the month. */
  private isStill(
    { files }: Delivery,
    { settleMilliseconds }: CollectSettings,
  ): boolean {
    const { now = Date.now } = this.deps;
    return files.every(
      ({ modifiedAt }) => modifiedAt.getTime() + settleMilliseconds <= now(),
    );
  }

  private async take(
    { files, name: delivery }: Delivery,
    settings: CollectSettings & { sourceId: string },
  ): Promise<void> {
    const { collected, database } = this.deps;
    const { sourceId } = settings;
    const signature = await this.signatureOf(files, settings);
    const taken = await database.transaction(BUSINESS_TENANT, trx =>
      collected.findSignature(trx, sourceId, delivery),
    );
    if (taken === signature) {
      return;
    }
    await this.bringIn(files, settings);
    // Last: who dies before takes all of it again, which comes to the same.
    await database.transaction(BUSINESS_TENANT, trx =>
      collected.keepSignature(trx, sourceId, { delivery, signature }),
    );
  }

  /** All files of a delivery as one import, so that its month is never a part. */
  private async bringIn(
    files: readonly PlacedFile[],
    settings: CollectSettings & { sourceId: string },
  ): Promise<void> {
    const { place } = settings;
    const [{ path: first }] = files;
    const parts = files.map(file => () => place.open(file.path));
    const count = `${files.length} files`;
    const folder = path.basename(path.dirname(first));
    const origin = `${place.nameOf(path.dirname(first))} (${count})`;
    if (files.length === 1) {
      const fileName = path.basename(first).slice(-255);
      await this.send(await parts[0](), settings, {
        fileName,
        origin: place.nameOf(first),
      });
    } else if (files.every(file => isParquet(file))) {
      await mergeParquet(parts, this.deps.scratch, merged =>
        this.send(merged, settings, {
          fileName: `${folder}, ${count}.parquet`.slice(-255),
          origin,
        }),
      );
    } else {
      await this.send(mergeCsv(parts), settings, {
        fileName: `${folder}, ${count}.csv.gz`.slice(-255),
        origin,
      });
    }
  }

  private async send(
    content: Readable,
    { addsAll, sourceId }: CollectSettings & { sourceId: string },
    { fileName, origin }: { fileName: string; origin: string },
  ): Promise<void> {
    const { imports, logger } = this.deps;
    try {
      const { importId } = await imports.importCharges(sourceId, content, {
        fileName,
        by: COLLECTOR,
        mode: addsAll ? 'add' : 'replace',
        origin,
      });
      logger.info(`Collected ${origin} (${importId})`);
    } catch (error) {
      // Senders are told that their upload broke off; here it is known why.
      throw content.errored ?? error;
    }
  }

  private async signatureOf(
    files: readonly PlacedFile[],
    settings: CollectSettings & { sourceId: string },
  ): Promise<string> {
    const parts: string[] = [];
    for (const file of files) {
      parts.push(file.path, await this.checksumOf(file, settings));
    }
    return digestOf(parts);
  }

  private async checksumOf(
    file: PlacedFile,
    { place, sourceId }: { place: Place; sourceId: string },
  ): Promise<string> {
    if (file.checksum) {
      return file.checksum;
    }
    const { collected, database } = this.deps;
    const { path: name, stamp } = file;
    const known = await database.transaction(BUSINESS_TENANT, trx =>
      collected.findChecksum(trx, sourceId, { path: name, stamp }),
    );
    if (known) {
      return known;
    }
    const hash = createHash('sha256');
    await pipeline(await place.open(name), hash);
    const checksum = hash.digest('hex');
    await database.transaction(BUSINESS_TENANT, trx =>
      collected.keepChecksum(trx, sourceId, { path: name, stamp, checksum }),
    );
    return checksum;
  }
}

function isParquet({ path: file }: PlacedFile): boolean {
  return /\.parquet$/i.test(file);
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
