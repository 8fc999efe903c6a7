import type { ChargeFormat } from '@freehold/plugin-costs-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { createHash } from 'node:crypto';
import type { RuleSet } from '../allocation/RuleSet';
import { applyAllocation } from '../allocation/workspace/applyAllocation';
import { checkConformance } from '../conformance';
import type { ImportsStore } from '../database/ImportsStore';
import type {
  RejectedRow,
  RejectedRowsStore,
} from '../database/RejectedRowsStore';
import type { SourcesStore } from '../database/SourcesStore';
import type { Import, ImportStep } from '../domain/Import';
import type { Source } from '../domain/Source';
import {
  inspectFile,
  mapCharges,
  readSource,
  recogniseFormat,
  Workspace,
  type FileProfile,
  type ReadingLimits,
} from '../reading';
import { readChargeCsv } from './ChargeCsv';
import type { ImportFiles } from './ImportFiles';
import { replacePeriods, type ReplaceOptions } from './replacePeriods';
import type { SiteDirectory } from './SiteDirectory';
import { toCount } from '../domain/toCount';

/** What an import works with. */
export interface ImportRunOptions extends ReplaceOptions {
  database: TenantDatabase;
  directory: Pick<SiteDirectory, 'read'>;
  files: ImportFiles;
  formats: readonly ChargeFormat[];
  imports: ImportsStore;
  limits: ReadingLimits;
  rejectedRows: RejectedRowsStore;
  ruleSet: () => Promise<RuleSet>;
  sources: Pick<SourcesStore, 'get'>;
  workspace: { memoryMiB: number; threads: number };
}

const REJECTED_PER_BATCH = 1_000;
/** What a person can look through; the count tells of the rest. */
const MOST_REJECTED_KEPT = 100_000;

/**
 * Brings one file in: reads it, maps it to FOCUS, allocates its charges and
 * lets them take the place of what the source had for the same billing periods.
 */
export class ImportRun {
  static create(
    options: ImportRunOptions,
    claimed: { found: Import; worker: string },
  ): ImportRun {
    return new ImportRun(options, claimed.found, claimed.worker);
  }

  private constructor(
    private readonly deps: ImportRunOptions,
    private readonly found: Import,
    private readonly worker: string,
  ) {}

  /**
   * @throws ReadingError about the file, and whatever else goes wrong; the
   *   source's charges are then as they were
   */
  async run(): Promise<void> {
    const { database, imports, ruleSet, sources } = this.deps;
    const { importId, sourceId } = this.found;
    const source = await database.transaction(BUSINESS_TENANT, trx =>
      sources.get(trx, sourceId),
    );
    const rules = await ruleSet();
    const digest = this.digestOf(source, rules);
    const inForce = await database.transaction(BUSINESS_TENANT, trx =>
      imports.findInForce(trx, sourceId, digest),
    );
    if (inForce) {
      await database.transaction(BUSINESS_TENANT, trx =>
        imports.succeed(trx, importId, { ...inForce, worker: this.worker }),
      );
      return;
    }
    await database.transaction(BUSINESS_TENANT, trx =>
      imports.keepInputDigest(trx, importId, digest),
    );
    await this.withWorkspace(workspace =>
      this.bringIn(workspace, source, rules),
    );
  }

  private async withWorkspace(
    work: (workspace: Workspace) => Promise<void>,
  ): Promise<void> {
    const { files, workspace: limits } = this.deps;
    const { importId } = this.found;
    await files.removeWorkspace(importId);
    const workspace = await Workspace.open({
      directory: files.workspaceOf(importId),
      ...limits,
    });
    try {
      await work(workspace);
    } finally {
      await workspace.close();
      await files.removeWorkspace(importId);
    }
  }

  private async bringIn(
    workspace: Workspace,
    source: Source,
    ruleSet: RuleSet,
  ): Promise<void> {
    const { directory, files, formats, limits } = this.deps;
    const { found, worker } = this;
    const profile = await inspectFile(files.pathOf(found.importId), limits);
    const format = recogniseFormat(profile, formats);
    await readSource(workspace, profile, limits);
    // Beside all the rest: nothing but the report waits for it.
    const checking = this.check(workspace, profile, format);
    try {
      const counts = await this.map(workspace, format, source);
      await this.enter('allocating');
      await applyAllocation(workspace.duckdb, {
        ruleSet,
        directory: await directory.read(),
      });
      await this.enter('loading');
      await replacePeriods(this.deps, {
        found,
        worker,
        outcome: { format: format.title, ...counts, unchanged: false },
        billingPeriods: await billingPeriodsOf(workspace),
        rows: billingPeriod =>
          readChargeCsv(workspace, {
            billingPeriod,
            sourceId: found.sourceId,
            importId: found.importId,
          }),
        onLoaded: async () => {
          await this.enter('checking');
          await checking;
          await this.enter('replacing');
        },
      });
    } catch (error) {
      workspace.interrupt();
      await checking.catch(() => undefined);
      throw error;
    }
  }

  private async map(
    workspace: Workspace,
    format: ChargeFormat,
    { defaults }: Source,
  ): Promise<{ accepted: number; rejected: number }> {
    await this.enter('mapping');
    const counts = await mapCharges(workspace, format, { defaults });
    await this.keepRejected(workspace);
    return counts;
  }

  /** Only what says to be FOCUS is held to its rules. */
  private async check(
    workspace: Workspace,
    { columns }: FileProfile,
    { focusVersion }: ChargeFormat,
  ): Promise<void> {
    const { database, imports } = this.deps;
    if (!focusVersion) {
      return;
    }
    const report = await checkConformance(workspace.aside, {
      table: 'source_rows',
      rowColumn: '__row',
      columns,
      version: focusVersion,
    });
    await database.transaction(BUSINESS_TENANT, trx =>
      imports.keepConformance(trx, this.found.importId, report),
    );
  }

  private async enter(step: ImportStep): Promise<void> {
    const { database, imports } = this.deps;
    const isOurs = await database.transaction(BUSINESS_TENANT, trx =>
      imports.seen(trx, this.found.importId, { worker: this.worker, step }),
    );
    if (!isOurs) {
      throw new Error(
        `Import ${this.found.importId} was taken over by another process`,
      );
    }
  }

  private async keepRejected(workspace: Workspace): Promise<void> {
    const { database, rejectedRows } = this.deps;
    await database.transaction(BUSINESS_TENANT, trx =>
      rejectedRows.replace(trx, this.found.importId, readRejected(workspace)),
    );
  }

  /** Names everything that decides what comes out of the file. */
  private digestOf(source: Source, ruleSet: RuleSet): string {
    const { formats } = this.deps;
    return createHash('sha256')
      .update(
        JSON.stringify([
          this.found.sha256,
          Object.entries(source.defaults).sort(),
          ruleSet.version,
          formats.map(({ id }) => id),
        ]),
      )
      .digest('hex');
  }
}

async function billingPeriodsOf(workspace: Workspace): Promise<string[]> {
  const rows = await workspace.rows<{ period: string }>(
    `select distinct strftime(billing_period_start, '%Y-%m-%d') as period
       from charges order by period`,
  );
  return rows.map(({ period }) => period);
}

async function* readRejected(
  workspace: Workspace,
): AsyncGenerator<RejectedRow[]> {
  for (
    let offset = 0;
    offset < MOST_REJECTED_KEPT;
    offset += REJECTED_PER_BATCH
  ) {
    const rows = await workspace.rows<{
      row_number: string;
      reasons: string;
      raw: string;
    }>(
      `select row_number, reasons, raw from rejected_rows order by row_number
        limit ${REJECTED_PER_BATCH} offset ${offset}`,
    );
    if (rows.length === 0) {
      return;
    }
    yield rows.map(({ raw, reasons, row_number }) => ({
      row: toCount(row_number),
      reasons: JSON.parse(reasons),
      raw,
    }));
  }
}
