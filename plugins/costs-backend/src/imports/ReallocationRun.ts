import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { RuleSet } from '../allocation/RuleSet';
import { applyAllocation } from '../allocation/workspace/applyAllocation';
import type { Import } from '../domain/Import';
import type { PeriodFile } from '../domain/PeriodFile';
import type { Source } from '../domain/Source';
import { toCount } from '../domain/toCount';
import {
  inspectFile,
  mapCharges,
  readSource,
  recogniseFormat,
  type Workspace,
} from '../reading';
import { readChargeCsv } from './ChargeCsv';
import type { ImportRunOptions } from './ImportRun';
import {
  enterStep,
  withImportWorkspace,
  type ClaimedImport,
} from './importWork';
import { ReallocationError } from './ReallocationError';
import type { TagPolicy } from '../tags/TagPolicy';
import { replacePeriods } from './replacePeriods';
import { TagFigures } from './TagFigures';

/**
 * Allocates a billing period of a source anew: reads the file again that its
 * charges are from, and lets them take their own place, laid to whom the rules
 * name now. What they add up to stays, or nothing is changed.
 */
export class ReallocationRun {
  static create(
    options: ImportRunOptions,
    claimed: ClaimedImport,
  ): ReallocationRun {
    return new ReallocationRun(options, claimed);
  }

  private constructor(
    private readonly deps: ImportRunOptions,
    private readonly claimed: ClaimedImport,
  ) {}

  /** @throws ReallocationError, ReadingError; the charges are then as they were */
  async run(): Promise<void> {
    const { database, imports, periodFiles, ruleSet, sources, tagPolicies } =
      this.deps;
    const { importId, reallocates, sourceId } = this.claimed.found;
    const billingPeriod = reallocates!;
    const active = await ruleSet();
    const { files, source, tagPolicy } = await database.transaction(
      BUSINESS_TENANT,
      async trx => {
        await imports.keepRuleSetVersion(trx, importId, active.version);
        return {
          source: await sources.get(trx, sourceId),
          files: await periodFiles.list(trx, { sourceId, billingPeriod }),
          tagPolicy: await tagPolicies.find(trx),
        };
      },
    );
    const file = await this.onlyFileOf(files);
    const origin = await database.transaction(BUSINESS_TENANT, async trx => {
      await imports.keepFileOf(trx, importId, file.importId);
      return imports.get(trx, file.importId);
    });
    const rules = { ...active, tagSchema: tagPolicy.schema };
    await withImportWorkspace(this.deps, importId, workspace =>
      this.reallocate(workspace, {
        billingPeriod,
        file,
        origin,
        rules,
        source,
        tagPolicy,
      }),
    );
  }

  private async onlyFileOf(files: readonly PeriodFile[]): Promise<PeriodFile> {
    const [file, ...others] = files;
    if (!file) {
      throw new ReallocationError(
        'no-charges',
        'The source has no charges for this month any more, so there is nothing to allocate.',
      );
    }
    if (others.length > 0) {
      throw new ReallocationError(
        'several-files',
        'The charges of this month are from several files. Import them again to have them allocated anew.',
      );
    }
    if (!(await this.deps.files.has(file.importId))) {
      throw new ReallocationError(
        'file-gone',
        'The file that the charges of this month are from is not kept any more. Import it again to have them allocated anew.',
      );
    }
    return file;
  }

  private async reallocate(
    workspace: Workspace,
    of: {
      billingPeriod: string;
      file: PeriodFile;
      origin: Import;
      rules: RuleSet;
      source: Source;
      tagPolicy: TagPolicy;
    },
  ): Promise<void> {
    const { directory, tagFigures } = this.deps;
    const { found } = this.claimed;
    const { billingPeriod, file, origin, rules, source, tagPolicy } = of;
    const format = await this.read(workspace, {
      billingPeriod,
      origin,
      source,
    });
    await this.enter('allocating');
    await applyAllocation(workspace.duckdb, {
      ruleSet: rules,
      directory: await directory.read(),
    });
    const tags = await TagFigures.create(workspace, tagPolicy, tagFigures);
    await this.enter('loading');
    await replacePeriods(this.deps, {
      ...this.claimed,
      outcome: {
        format,
        accepted: await countCharges(workspace),
        rejected: 0,
      },
      kind: file,
      correctedRows: [],
      billingPeriods: [billingPeriod],
      anew: { reason: reasonOf(rules), fileOf: file.importId },
      rows: () =>
        readChargeCsv(workspace, {
          billingPeriod,
          rowOffset: file.rowOffset,
          sourceId: found.sourceId,
          // A charge leads to the file and row it is from.
          importId: file.importId,
        }),
      onReplaced: (trx, key) => tags.keep(trx, key),
      onLoaded: () => this.enter('replacing'),
    });
  }

  /** @returns what the file was read as */
  private async read(
    workspace: Workspace,
    of: { billingPeriod: string; origin: Import; source: Source },
  ): Promise<string> {
    const { files, formats, limits } = this.deps;
    const profile = await inspectFile(
      files.pathOf(of.origin.importId),
      limits,
      { encoding: of.origin.declaredEncoding },
    );
    const format = recogniseFormat(profile, formats);
    await readSource(workspace, profile, limits);
    await this.enter('mapping');
    await mapCharges(workspace, format, {
      defaults: of.source.defaults,
      billingPeriod: of.billingPeriod,
    });
    return format.title;
  }

  private enter(step: Parameters<typeof enterStep>[2]): Promise<void> {
    return enterStep(this.deps, this.claimed, step);
  }
}

function reasonOf({ version }: RuleSet): string {
  return version === 0
    ? 'Allocated anew by labels alone'
    : `Allocated anew by version ${version}`;
}

async function countCharges(workspace: Workspace): Promise<number> {
  const [{ count }] = await workspace.rows<{ count: string }>(
    'select count(*) as count from charges',
  );
  return toCount(count);
}
