import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { RuleSet } from '../allocation/RuleSet';
import { applyAllocation } from '../allocation/workspace/applyAllocation';
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
import { replacePeriods } from './replacePeriods';

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
    const { database, imports, periods, ruleSet, sources } = this.deps;
    const { importId, reallocates, sourceId } = this.claimed.found;
    const billingPeriod = reallocates!;
    const rules = await ruleSet();
    const { origins, source } = await database.transaction(
      BUSINESS_TENANT,
      async trx => {
        await imports.keepRuleSetVersion(trx, importId, rules.version);
        return {
          source: await sources.get(trx, sourceId),
          origins: await periods.listFilesOf(trx, { sourceId, billingPeriod }),
        };
      },
    );
    const origin = await this.onlyFileOf(origins);
    await database.transaction(BUSINESS_TENANT, trx =>
      imports.keepFileOf(trx, importId, origin),
    );
    await withImportWorkspace(this.deps, importId, workspace =>
      this.reallocate(workspace, { billingPeriod, origin, rules, source }),
    );
  }

  private async onlyFileOf(origins: readonly string[]): Promise<string> {
    const [origin, ...others] = origins;
    if (!origin) {
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
    if (!(await this.deps.files.has(origin))) {
      throw new ReallocationError(
        'file-gone',
        'The file that the charges of this month are from is not kept any more. Import it again to have them allocated anew.',
      );
    }
    return origin;
  }

  private async reallocate(
    workspace: Workspace,
    of: {
      billingPeriod: string;
      origin: string;
      rules: RuleSet;
      source: Source;
    },
  ): Promise<void> {
    const { directory } = this.deps;
    const { found } = this.claimed;
    const { billingPeriod, origin, rules, source } = of;
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
    await this.enter('loading');
    await replacePeriods(this.deps, {
      ...this.claimed,
      outcome: {
        format,
        accepted: await countCharges(workspace),
        rejected: 0,
        unchanged: false,
      },
      billingPeriods: [billingPeriod],
      anew: { reason: reasonOf(rules) },
      csv: () =>
        readChargeCsv(workspace, {
          billingPeriod,
          sourceId: found.sourceId,
          // A charge leads to the file and row it is from.
          importId: origin,
        }),
      onLoaded: () => this.enter('replacing'),
    });
  }

  /** @returns what the file was read as */
  private async read(
    workspace: Workspace,
    of: { billingPeriod: string; origin: string; source: Source },
  ): Promise<string> {
    const { files, formats, limits } = this.deps;
    const profile = await inspectFile(files.pathOf(of.origin), limits);
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
