import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { Restatement, SourcePeriod, Sum } from '../domain/Import';
import type { SourcePeriodKey } from './CostRollups';
import { toCount } from '../domain/toCount';

/** What a source has, and the partition that it is in. */
export type KeptPeriod = SourcePeriod & { partition: string };

/**
 * What each source has for each billing period, and what became of it. The
 * business's own, so every method takes a transaction that may see its rows.
 */
export class PeriodsStore {
  /** Newest period first. */
  async list(
    trx: TenantTransaction,
    filter: { sourceId?: string } = {},
  ): Promise<KeptPeriod[]> {
    const query = trx('source_periods')
      .join('cost_sources', function ofSource() {
        this.on('cost_sources.tenant_id', 'source_periods.tenant_id').andOn(
          'cost_sources.source_id',
          'source_periods.source_id',
        );
      })
      .where({ 'source_periods.tenant_id': BUSINESS_TENANT })
      .orderBy('billing_period', 'desc')
      .orderBy('cost_sources.name')
      .select(
        'source_periods.*',
        'cost_sources.name as source_name',
        trx.raw('billing_period::text as period'),
        trx.raw(
          `(select rule_set_version from cost_imports
             where cost_imports.tenant_id = source_periods.tenant_id
               and cost_imports.import_id = source_periods.import_id)`,
        ),
      );
    const rows = await (filter.sourceId
      ? query.where({ 'source_periods.source_id': filter.sourceId })
      : query);
    return rows.map(toKeptPeriod);
  }

  async keep(
    trx: TenantTransaction,
    key: SourcePeriodKey & { importId: string },
    content: { partition: string; rowCount: number; sums: readonly Sum[] },
  ): Promise<void> {
    await trx('source_periods')
      .insert({
        tenant_id: BUSINESS_TENANT,
        source_id: key.sourceId,
        billing_period: key.billingPeriod,
        import_id: key.importId,
        partition_name: content.partition,
        row_count: content.rowCount,
        sums: JSON.stringify(content.sums),
        replaced_at: trx.fn.now(),
      })
      .onConflict(['tenant_id', 'source_id', 'billing_period'])
      .merge();
  }

  async keepRestatement(
    trx: TenantTransaction,
    importId: string,
    restatement: Restatement,
  ): Promise<void> {
    await trx('restatements').insert({
      tenant_id: BUSINESS_TENANT,
      import_id: importId,
      billing_period: restatement.billingPeriod,
      rows_before: restatement.rowsBefore,
      rows_after: restatement.rowsAfter,
      reason: restatement.reason,
      sums: JSON.stringify(restatement.sums),
      changes: JSON.stringify(restatement.changes),
    });
  }

  /** What an import replaced, oldest period first. */
  async listRestatements(
    trx: TenantTransaction,
    importId: string,
  ): Promise<Restatement[]> {
    const rows = await trx('restatements')
      .where({ tenant_id: BUSINESS_TENANT, import_id: importId })
      .orderBy('billing_period')
      .select('*', trx.raw('billing_period::text as period'));
    return rows.map(row => ({
      billingPeriod: row.period,
      rowsBefore: toCount(row.rows_before),
      rowsAfter: toCount(row.rows_after),
      reason: row.reason ?? undefined,
      sums: row.sums,
      changes: row.changes,
    }));
  }
}

function toKeptPeriod(row: Record<string, any>): KeptPeriod {
  return {
    sourceId: row.source_id,
    sourceName: row.source_name,
    billingPeriod: row.period,
    importId: row.import_id,
    partition: row.partition_name,
    rowCount: toCount(row.row_count),
    sums: row.sums,
    ruleSetVersion: row.rule_set_version ?? 0,
    replacedAt: row.replaced_at,
  };
}
