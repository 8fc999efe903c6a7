import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/**
 * Which files of imports are still there. The business's own, so every method
 * takes a transaction of its door.
 */
export class KeptFilesStore {
  /**
   * Imports that ended before `since`, that no month in force is made of, and
   * whose months no import has replaced after it.
   */
  async listUnneeded(trx: TenantTransaction, since: Date): Promise<string[]> {
    const { rows } = await trx.raw(
      `select import_id from cost_imports old
        where tenant_id = :tenant and state in ('succeeded', 'failed')
          and finished_at < :since and file_removed_at is null
          and not exists (
            select from period_files kept
             where kept.tenant_id = old.tenant_id
               and kept.import_id = old.import_id)
          and not exists (
            select from restatements brought
              join restatements later using (tenant_id, billing_period)
              join cost_imports replacing
                on replacing.tenant_id = later.tenant_id
               and replacing.import_id = later.import_id
             where brought.tenant_id = old.tenant_id
               and brought.import_id = old.import_id
               and replacing.source_id = old.source_id
               and later.recorded_at >= :since)
        order by import_id`,
      { tenant: BUSINESS_TENANT, since },
    );
    return rows.map(({ import_id }: { import_id: string }) => import_id);
  }

  async markRemoved(trx: TenantTransaction, importId: string): Promise<void> {
    await trx('cost_imports')
      .where({ tenant_id: BUSINESS_TENANT, import_id: importId })
      .update({ file_removed_at: trx.fn.now() });
  }

  /** Those of these ids that are imports. */
  async findKnown(
    trx: TenantTransaction,
    importIds: readonly string[],
  ): Promise<Set<string>> {
    const known: string[] = await trx('cost_imports')
      .where({ tenant_id: BUSINESS_TENANT })
      .whereRaw('import_id = any (?::text[])', [[...importIds]])
      .pluck('import_id');
    return new Set(known);
  }
}
