import type {
  ChargePartitions,
  ChargeRows,
} from '../database/ChargePartitions';
import type { CostRollups } from '../database/CostRollups';
import type { InvoicesStore } from '../database/InvoicesStore';
import type { ImportOutcome, ImportsStore } from '../database/ImportsStore';
import type { KeptPeriod, PeriodsStore } from '../database/PeriodsStore';
import type { Import, Restatement, Sum } from '../domain/Import';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/** What the replacing works with. */
export interface ReplaceOptions {
  imports: Pick<ImportsStore, 'succeed'>;
  invoices: Pick<InvoicesStore, 'sumUp' | 'replace' | 'forget'>;
  partitions: ChargePartitions;
  periods: PeriodsStore;
  rollups: CostRollups;
}

/** What is to take the place of what a source had. */
export interface Replacement {
  found: Import;
  worker: string;
  outcome: ImportOutcome;
  /** First days of the billing periods that the file has charges of. */
  billingPeriods: readonly string[];
  /** The charges of one of them. */
  rows: (billingPeriod: string) => Promise<ChargeRows>;
  /** Told when the charges are in, and only the swap is left. */
  onLoaded: () => Promise<void>;
}

/**
 * Replaces what a source had for the billing periods of a file: all of them and
 * their sums, in one transaction that ends the import. Whoever reads, and a
 * process that dies on any line, leaves or finds the old ones or the new ones.
 */
export async function replacePeriods(
  options: ReplaceOptions,
  replacement: Replacement,
): Promise<void> {
  const { imports, partitions, periods } = options;
  const { billingPeriods, found, outcome, worker } = replacement;
  for (const billingPeriod of billingPeriods) {
    await partitions.preparePeriod(billingPeriod);
  }
  await partitions.transaction(found.sourceId, async trx => {
    const acrossTenants = <T>(work: () => Promise<T>) =>
      partitions.acrossTenants(trx, 'replace the charges of a source', work);
    const kept = new Map(
      (
        await acrossTenants(() =>
          periods.list(trx, { sourceId: found.sourceId }),
        )
      ).map(period => [period.billingPeriod, period]),
    );
    const filled = new Map<string, string>();
    for (const billingPeriod of billingPeriods) {
      const before = kept.get(billingPeriod);
      filled.set(
        billingPeriod,
        await fillPeriod(trx, options, {
          ...replacement,
          billingPeriod,
          before,
        }),
      );
    }
    await replacement.onLoaded();
    await acrossTenants(() =>
      imports.succeed(trx, found.importId, { ...outcome, worker }),
    );
    // Last, since others wait for these locks.
    for (const [billingPeriod, by] of filled) {
      await partitions.swap(
        trx,
        { sourceId: found.sourceId, billingPeriod },
        { replaced: kept.get(billingPeriod)?.partition, by },
      );
    }
  });
}

/** @returns the partition that is to be swapped in */
async function fillPeriod(
  trx: TenantTransaction,
  { invoices, partitions, periods, rollups }: ReplaceOptions,
  period: Replacement & { billingPeriod: string; before?: KeptPeriod },
): Promise<string> {
  const { before, billingPeriod, found, rows } = period;
  const { importId, sourceId } = found;
  const key = { sourceId, billingPeriod, importId };
  const partition = await partitions.fill(trx, key, await rows(billingPeriod));
  await rollups.sumUp(trx, partition);
  await invoices.sumUp(trx, partition);
  await partitions.acrossTenants(
    trx,
    'replace the charges of a source',
    async () => {
      const { rowCount, sums } = await rollups.total(trx);
      await periods.keepRestatement(trx, importId, {
        billingPeriod,
        rowsBefore: before?.rowCount ?? 0,
        rowsAfter: rowCount,
        sums: compareSums(before?.sums ?? [], sums),
        changes: await rollups.compare(trx, key),
      });
      await rollups.replace(trx, key);
      await periods.keep(trx, key, { partition, rowCount, sums });
      await invoices.replace(trx, key);
    },
  );
  await rollups.forget(trx);
  await invoices.forget(trx);
  return partition;
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
