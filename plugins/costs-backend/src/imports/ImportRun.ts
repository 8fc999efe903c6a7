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
import type { TagFiguresStore } from '../database/TagFiguresStore';
import type { TagPoliciesStore } from '../database/TagPoliciesStore';
import type { Import, ImportStep } from '../domain/Import';
import type { Source } from '../domain/Source';
import {
  inspectFile,
  mapCharges,
  readSource,
  recogniseDataset,
  recogniseFormat,
  type FileProfile,
  type ReadingLimits,
  type Workspace,
} from '../reading';
import type { TagPolicy } from '../tags/TagPolicy';
import { readChargeCsv } from './ChargeCsv';
import type { ImportFiles } from './ImportFiles';
import { enterStep, withImportWorkspace } from './importWork';
import { listCorrectedRows, readCorrection } from './readCorrection';
import { replacePeriods, type ReplaceOptions } from './replacePeriods';
import type { SiteDirectory } from './SiteDirectory';
import { TagFigures } from './TagFigures';
import { toCount } from '../domain/toCount';

/** What an import works with. */
export interface ImportRunOptions extends ReplaceOptions {
  database: TenantDatabase;
  directory: Pick<SiteDirectory, 'read'>;
  files: ImportFiles;
  formats: readonly ChargeFormat[];
  imports: ImportsStore;
  limits: ReadingLimits;
  rejectedRows: Pick<
    RejectedRowsStore,
    'listOpenAfter' | 'markCorrected' | 'replace'
  >;
  ruleSet: () => Promise<RuleSet>;
  sources: Pick<SourcesStore, 'get'>;
  tagFigures: TagFiguresStore;
  tagPolicies: Pick<TagPoliciesStore, 'find'>;
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
    const { database, imports, ruleSet, sources, tagPolicies } = this.deps;
    const { importId, sourceId } = this.found;
    const source = await database.transaction(BUSINESS_TENANT, trx =>
      sources.get(trx, sourceId),
    );
    const tagPolicy = await database.transaction(BUSINESS_TENANT, trx =>
      tagPolicies.find(trx),
    );
    const rules = { ...(await ruleSet()), tagSchema: tagPolicy.schema };
    const digest = this.digestOf(source, rules, tagPolicy);
    const inForce = await database.transaction(BUSINESS_TENANT, async trx => {
      await imports.keepRuleSetVersion(trx, importId, rules.version);
      return imports.findInForce(trx, this.found, digest);
    });
    if (inForce) {
      await database.transaction(BUSINESS_TENANT, trx =>
        imports.succeed(trx, importId, { ...inForce, worker: this.worker }),
      );
      return;
    }
    await database.transaction(BUSINESS_TENANT, trx =>
      imports.keepInputDigest(trx, importId, digest),
    );
    await withImportWorkspace(this.deps, importId, workspace =>
      this.bringIn(workspace, source, rules, tagPolicy),
    );
  }

  private async bringIn(
    workspace: Workspace,
    source: Source,
    ruleSet: RuleSet,
    tagPolicy: TagPolicy,
  ): Promise<void> {
    const { directory, files, formats, limits, tagFigures } = this.deps;
    const { found, worker } = this;
    const profile = await inspectFile(files.pathOf(found.importId), limits, {
      encoding: found.declaredEncoding,
    });
    const format = recogniseFormat(profile, formats);
    await readSource(workspace, profile, limits);
    await this.keepProfile(workspace);
    if (found.corrects) {
      await readCorrection(workspace, this.openRows(found.corrects));
    }
    // Beside all the rest: nothing but the report waits for it.
    const checking = this.check(workspace, profile, format);
    try {
      const counts = await this.map(workspace, format, source);
      await this.enter('allocating');
      await applyAllocation(workspace.duckdb, {
        ruleSet,
        directory: await directory.read(),
      });
      const tags = await TagFigures.create(workspace, tagPolicy, tagFigures);
      await this.enter('loading');
      await replacePeriods(this.deps, {
        found,
        worker,
        outcome: { format: format.title, ...counts },
        kind: {
          family: format.focusVersion ? 'FOCUS' : format.title,
          dataset: await recogniseDataset(workspace, format),
        },
        correctedRows: found.corrects ? await listCorrectedRows(workspace) : [],
        billingPeriods: await billingPeriodsOf(workspace),
        rows: (billingPeriod, rowOffset) =>
          readChargeCsv(workspace, {
            billingPeriod,
            rowOffset,
            sourceId: found.sourceId,
            importId: found.importId,
          }),
        onReplaced: (trx, key) => tags.keep(trx, key),
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

  private async keepProfile({ source }: Workspace): Promise<void> {
    const { database, imports } = this.deps;
    await database.transaction(BUSINESS_TENANT, trx =>
      imports.keepProfile(trx, this.found.importId, source!),
    );
  }

  /** Numbers of the import's rejected rows that nobody has corrected. */
  private async *openRows(importId: string): AsyncGenerator<number[]> {
    const { database, rejectedRows } = this.deps;
    for (let after = 0; ;) {
      const rows = await database.transaction(BUSINESS_TENANT, trx =>
        rejectedRows.listOpenAfter(trx, importId, after, REJECTED_PER_BATCH),
      );
      if (rows.length === 0) {
        return;
      }
      yield rows.map(({ row }) => row);
      after = rows.at(-1)!.row;
    }
  }

  /** Only what says to be FOCUS, and is a file of its own, is held to its rules. */
  private async check(
    workspace: Workspace,
    { columns }: FileProfile,
    { focusVersion }: ChargeFormat,
  ): Promise<void> {
    const { database, imports } = this.deps;
    if (!focusVersion || this.found.corrects) {
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

  private enter(step: ImportStep): Promise<void> {
    const { found, worker } = this;
    return enterStep(this.deps, { found, worker }, step);
  }

  private async keepRejected(workspace: Workspace): Promise<void> {
    const { database, rejectedRows } = this.deps;
    await database.transaction(BUSINESS_TENANT, trx =>
      rejectedRows.replace(trx, this.found.importId, readRejected(workspace)),
    );
  }

  /** Names everything that decides what comes out of the file. */
  private digestOf(
    source: Source,
    ruleSet: RuleSet,
    tagPolicy: TagPolicy,
  ): string {
    const { formats } = this.deps;
    return createHash('sha256')
      .update(
        JSON.stringify([
          this.found.sha256,
          Object.entries(source.defaults).sort(),
          ruleSet.version,
          tagPolicy.version,
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
