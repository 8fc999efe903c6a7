import type {
  ChargePartitions,
  ChargeRows,
} from '../database/ChargePartitions';
import type { CostRollups, SourcePeriodKey } from '../database/CostRollups';
import type { InvoicesStore } from '../database/InvoicesStore';
import type { ImportOutcome, ImportsStore } from '../database/ImportsStore';
import type { KeptPeriod, PeriodsStore } from '../database/PeriodsStore';
import type { Import, Restatement, Sum } from '../domain/Import';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { PeriodFilesStore } from '../database/PeriodFilesStore';
import type { RejectedRowsStore } from '../database/RejectedRowsStore';
import {
  planPeriod,
  type DatasetKind,
  type PeriodFile,
} from '../domain/PeriodFile';
import { ReallocationError } from './ReallocationError';

/** What the replacing works with. */
export interface ReplaceOptions {
  imports: Pick<ImportsStore, 'succeed'>;
  periodFiles: PeriodFilesStore;
  rejectedRows: Pick<RejectedRowsStore, 'markCorrected'>;
  invoices: Pick<InvoicesStore, 'sumUp' | 'replace' | 'forget'>;
  partitions: ChargePartitions;
  periods: PeriodsStore;
  rollups: CostRollups;
}

/** What is to take the place of what a source had. */
export interface Replacement {
  found: Import;
  worker: string;
  outcome: Omit<ImportOutcome, 'unchanged'>;
  kind: DatasetKind;
  /** Rows of the corrected import that came right. */
  correctedRows: readonly number[];
  /** First days of the billing periods that the file has charges of. */
  billingPeriods: readonly string[];
  /** The charges of one of them. */
  rows: (billingPeriod: string, rowOffset: number) => Promise<ChargeRows>;
  /**
   * Told when a period's charges and sums are in, to put what belongs to them
   * beside; through the all-tenants door.
   */
  onReplaced: (
    trx: TenantTransaction,
    key: { sourceId: string; billingPeriod: string },
  ) => Promise<void>;
  /** The same charges, laid to others: what they add up to has to stay. */
  anew?: {
    reason: string;
    /** The import whose file they are from. */
    fileOf: string;
  };
  /** Told when the charges are in, and only the swap is left. */
  onLoaded: () => Promise<void>;
}

/**
 * Replaces what a source had for the billing periods of a file, or adds to it:
 * all of them and their sums, in one transaction that ends the import. Whoever
 * reads, and a process that dies on any line, leaves or finds the old ones or
 * the new ones.
 */
export async function replacePeriods(
  options: ReplaceOptions,
  replacement: Replacement,
): Promise<void> {
  const { partitions } = options;
  const { billingPeriods, found } = replacement;
  for (const billingPeriod of billingPeriods) {
    await partitions.preparePeriod(billingPeriod);
  }
  await partitions.transaction(found.sourceId, async trx => {
    const changes = await planChanges(trx, options, replacement);
    const filled = new Map<string, string>();
    for (const change of changes) {
      filled.set(
        change.billingPeriod,
        await fillPeriod(trx, options, { ...replacement, ...change }),
      );
    }
    await replacement.onLoaded();
    await succeed(trx, options, {
      ...replacement,
      unchanged: billingPeriods.length > 0 && changes.length === 0,
    });
    // Last, since others wait for these locks.
    for (const { before, billingPeriod } of changes) {
      await partitions.swap(
        trx,
        { sourceId: found.sourceId, billingPeriod },
        { replaced: before?.partition, by: filled.get(billingPeriod)! },
      );
    }
  });
}

/** A period that becomes another than it is. */
interface PeriodChange {
  billingPeriod: string;
  before?: KeptPeriod;
  /** Whether what is there stays, and the file comes to it. */
  isExtended: boolean;
}

async function planChanges(
  trx: TenantTransaction,
  { partitions, periodFiles, periods }: ReplaceOptions,
  { billingPeriods, found, kind }: Replacement,
): Promise<PeriodChange[]> {
  const { corrected, files, kept } = await partitions.acrossTenants(
    trx,
    'replace the charges of a source',
    async () => ({
      kept: await periods.list(trx, { sourceId: found.sourceId }),
      files: await periodFiles.listBySource(trx, found.sourceId),
      corrected: found.corrects
        ? await periods.listRestatements(trx, found.corrects)
        : [],
    }),
  );
  const correctedPeriods = new Set(corrected.map(it => it.billingPeriod));
  return billingPeriods.flatMap(billingPeriod => {
    const inForce: PeriodFile[] = files.get(billingPeriod) ?? [];
    const plan = planPeriod(
      { ...kind, found, billingPeriod, correctedPeriods },
      inForce,
    );
    if (plan === 'kept') {
      return [];
    }
    const before = kept.find(it => it.billingPeriod === billingPeriod);
    const isExtended = plan === 'extended' && inForce.length > 0;
    return [{ billingPeriod, before, isExtended }];
  });
}

async function succeed(
  trx: TenantTransaction,
  { imports, partitions, rejectedRows }: ReplaceOptions,
  ended: Replacement & { unchanged: boolean },
): Promise<void> {
  const { correctedRows, found, outcome, unchanged, worker } = ended;
  const { corrects, importId } = found;
  await partitions.acrossTenants(
    trx,
    'replace the charges of a source',
    async () => {
      await imports.succeed(trx, importId, { ...outcome, unchanged, worker });
      if (corrects && !unchanged) {
        const correction = { by: importId, rows: correctedRows };
        await rejectedRows.markCorrected(trx, corrects, correction);
      }
    },
  );
}

/** @returns the partition that is to be swapped in */
async function fillPeriod(
  trx: TenantTransaction,
  { invoices, partitions, periodFiles, periods, rollups }: ReplaceOptions,
  period: Replacement & PeriodChange,
): Promise<string> {
  const { anew, before, billingPeriod, found, isExtended, kind, rows } = period;
  const { importId, sourceId } = found;
  const key = { sourceId, billingPeriod, importId };
  const rowOffset = isExtended ? await partitions.highestRow(trx, key) : 0;
  const partition = await partitions.fill(
    trx,
    key,
    await rows(billingPeriod, rowOffset),
    { keepsPresent: isExtended },
  );
  await rollups.sumUp(trx, partition);
  await invoices.sumUp(trx, partition);
  await partitions.acrossTenants(
    trx,
    'replace the charges of a source',
    async () => {
      if (anew) {
        await assertSameTotals(trx, rollups, key);
      }
      const { rowCount, sums } = await rollups.total(trx);
      await periods.keepRestatement(trx, importId, {
        billingPeriod,
        rowsBefore: before?.rowCount ?? 0,
        rowsAfter: rowCount,
        reason: anew?.reason,
        sums: compareSums(before?.sums ?? [], sums),
        changes: await rollups.compare(trx, key),
      });
      await rollups.replace(trx, key);
      await periods.keep(trx, key, { partition, rowCount, sums });
      await periodFiles.keep(trx, key, {
        ...kind,
        importId: anew?.fileOf ?? importId,
        rowOffset,
        replaces: !isExtended,
      });
      await invoices.replace(trx, key);
      await period.onReplaced(trx, key);
    },
  );
  await rollups.forget(trx);
  await invoices.forget(trx);
  return partition;
}

async function assertSameTotals(
  trx: TenantTransaction,
  rollups: CostRollups,
  key: SourcePeriodKey,
): Promise<void> {
  if (!(await rollups.hasSameTotals(trx, key))) {
    throw new ReallocationError(
      'figures-differ',
      'The file of this month now adds up to something else than when it was imported, since it is read differently today. Nothing was changed. Import the file again, and look at what that replaces.',
    );
  }
}

function compareSums(
  before: readonly Sum[],
  after: readonly Sum[],
): Restatement['sums'] {
  const amountOf = (sums: readonly Sum[], currency: string) =>
    sums.find(sum => sum.currency === currency)?.amount ?? '0';
  const currencies = new Set([...before, ...after].map(it => it.currency));
  return [...currencies].sort().map(currency => ({
    currency,
    billedBefore: amountOf(before, currency),
    billedAfter: amountOf(after, currency),
  }));
}
