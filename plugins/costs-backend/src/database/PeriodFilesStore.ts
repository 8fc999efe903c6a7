import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { PeriodFile } from '../domain/PeriodFile';
import { toCount } from '../domain/toCount';
import type { SourcePeriodKey } from './CostRollups';

/**
 * The files that make what a source has for a billing period. The business's
 * own, so every method takes a transaction that may see its rows.
 */
export class PeriodFilesStore {
  /** In the order in which they came, by billing period. */
  async listBySource(
    trx: TenantTransaction,
    sourceId: string,
  ): Promise<Map<string, PeriodFile[]>> {
    const rows = await selectFiles(trx).where({
      'period_files.source_id': sourceId,
    });
    const byPeriod = new Map<string, PeriodFile[]>();
    for (const row of rows) {
      byPeriod.set(row.period, [
        ...(byPeriod.get(row.period) ?? []),
        toPeriodFile(row),
      ]);
    }
    return byPeriod;
  }

  /** The files that make one period, in the order in which they came. */
  async list(
    trx: TenantTransaction,
    { billingPeriod, sourceId }: SourcePeriodKey,
  ): Promise<PeriodFile[]> {
    const rows = await selectFiles(trx).where({
      'period_files.source_id': sourceId,
      billing_period: billingPeriod,
    });
    return rows.map(toPeriodFile);
  }

  /** @param file.replaces - whether it takes the place of all others */
  async keep(
    trx: TenantTransaction,
    { billingPeriod, sourceId }: SourcePeriodKey,
    file: Omit<PeriodFile, 'sha256' | 'corrects'> & { replaces: boolean },
  ): Promise<void> {
    const key = {
      tenant_id: BUSINESS_TENANT,
      source_id: sourceId,
      billing_period: billingPeriod,
    };
    if (file.replaces) {
      await trx('period_files').where(key).delete();
    }
    await trx('period_files').insert({
      ...key,
      import_id: file.importId,
      row_offset: file.rowOffset,
      family: file.family,
      dataset: file.dataset ?? null,
    });
  }
}

function selectFiles(trx: TenantTransaction) {
  return trx('period_files')
    .join('cost_imports', {
      'cost_imports.tenant_id': 'period_files.tenant_id',
      'cost_imports.import_id': 'period_files.import_id',
    })
    .where({ 'period_files.tenant_id': BUSINESS_TENANT })
    .orderBy('row_offset')
    .orderBy('created_at')
    .select(
      'period_files.*',
      'sha256',
      'corrects',
      trx.raw('billing_period::text as period'),
    );
}

function toPeriodFile(row: Record<string, any>): PeriodFile {
  return {
    importId: row.import_id,
    sha256: row.sha256,
    rowOffset: toCount(row.row_offset),
    family: row.family,
    ...(row.dataset && { dataset: row.dataset }),
    ...(row.corrects && { corrects: row.corrects }),
  };
}
