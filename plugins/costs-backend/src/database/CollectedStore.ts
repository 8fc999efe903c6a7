import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';

/**
 * What was taken from folders and buckets; the business's own, so every method
 * takes a transaction of its door.
 */
export class CollectedStore {
  /** What the delivery was when it was taken last. */
  async findSignature(
    trx: TenantTransaction,
    sourceId: string,
    delivery: string,
  ): Promise<string | undefined> {
    const row = await trx('collected_deliveries')
      .where({ ...keyOf(sourceId), delivery })
      .first('signature');
    return row?.signature;
  }

  async keepSignature(
    trx: TenantTransaction,
    sourceId: string,
    taken: { delivery: string; signature: string },
  ): Promise<void> {
    await trx('collected_deliveries')
      .insert({ ...keyOf(sourceId), ...taken, taken_at: trx.fn.now() })
      .onConflict(['tenant_id', 'source_id', 'delivery'])
      .merge();
  }

  /** The checksum of a file, if it was worked out while it had this stamp. */
  async findChecksum(
    trx: TenantTransaction,
    sourceId: string,
    file: { path: string; stamp: string },
  ): Promise<string | undefined> {
    const row = await trx('collected_checksums')
      .where({ ...keyOf(sourceId), ...file })
      .first('checksum');
    return row?.checksum;
  }

  async keepChecksum(
    trx: TenantTransaction,
    sourceId: string,
    file: { path: string; stamp: string; checksum: string },
  ): Promise<void> {
    await trx('collected_checksums')
      .insert({ ...keyOf(sourceId), ...file })
      .onConflict(['tenant_id', 'source_id', 'path'])
      .merge();
  }
}

function keyOf(sourceId: string) {
  return { tenant_id: BUSINESS_TENANT, source_id: sourceId };
}
