import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type {
  TenantDatabase,
  TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { AllocationAudit } from '../audit/AllocationAudit';
import type { SourcePeriodKey } from '../database/CostRollups';
import type { ImportsStore } from '../database/ImportsStore';
import type { PeriodFilesStore } from '../database/PeriodFilesStore';
import type { RuleSetsStore } from '../database/RuleSetsStore';
import type { SourcesStore } from '../database/SourcesStore';
import type { Import } from '../domain/Import';

/** Has billing periods allocated anew. Callers have been authorized before. */
export class ReallocationService {
  static create(options: {
    allocationAudit: AllocationAudit;
    database: TenantDatabase;
    imports: ImportsStore;
    periodFiles: Pick<PeriodFilesStore, 'list'>;
    ruleSets: Pick<RuleSetsStore, 'find' | 'lock'>;
    sources: Pick<SourcesStore, 'get'>;
    /** Has a worker look at once. */
    wake: () => void;
  }): ReallocationService {
    return new ReallocationService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ReallocationService.create>[0],
  ) {}

  /**
   * Queues a re-run of each period by the rules in force. One that waits
   * already is not queued twice.
   *
   * @throws NotFoundError about a source, or a period that it has nothing for
   */
  async reallocatePeriods(
    periods: readonly SourcePeriodKey[],
    by: string,
  ): Promise<Import[]> {
    const { allocationAudit, database, ruleSets, sources, wake } = this.deps;
    const queued = await database.transaction(BUSINESS_TENANT, async trx => {
      await ruleSets.lock(trx);
      const named = [];
      const imports = [];
      for (const key of periods) {
        const { name } = await sources.get(trx, key.sourceId);
        named.push({ ...key, sourceName: name });
        imports.push(await this.queue(trx, { ...key, sourceName: name }, by));
      }
      const active = await ruleSets.find(trx, 'active');
      await allocationAudit.periodsReallocated(
        trx,
        active?.version ?? 0,
        named,
      );
      return imports;
    });
    wake();
    return queued;
  }

  private async queue(
    trx: TenantTransaction,
    key: SourcePeriodKey & { sourceName: string },
    by: string,
  ): Promise<Import> {
    const { imports, periodFiles } = this.deps;
    const waiting = await imports.findQueuedReallocation(trx, key);
    if (waiting) {
      return waiting;
    }
    const [file] = await periodFiles.list(trx, key);
    if (!file) {
      throw new NotFoundError(
        `${key.sourceName} has no charges for the billing period of ${key.billingPeriod}`,
      );
    }
    const { bytes, fileName, sha256 } = await imports.get(trx, file.importId);
    return imports.insert(trx, {
      sourceId: key.sourceId,
      fileName,
      bytes,
      sha256,
      createdBy: by,
      reallocates: key.billingPeriod,
      fileOf: file.importId,
      mode: 'replace',
    });
  }
}
