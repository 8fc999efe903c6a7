import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { toCount } from '../domain/toCount';

/** A row of a file that did not go in. */
export interface RejectedRow {
  /** Of the file; the first after its head is 1. */
  row: number;
  reasons: { column?: string; code: string; message: string }[];
  /** As it was. */
  raw: string;
}

/** Rows that imports left out; the business's own, until somebody's. */
export class RejectedRowsStore {
  async replace(
    trx: TenantTransaction,
    importId: string,
    batches: AsyncIterable<RejectedRow[]>,
  ): Promise<void> {
    await trx('rejected_rows').where(keyOf(importId)).delete();
    for await (const rows of batches) {
      await trx('rejected_rows').insert(
        rows.map(({ row, reasons, raw }) => ({
          ...keyOf(importId),
          row_number: row,
          reasons: JSON.stringify(reasons),
          raw,
        })),
      );
    }
  }

  async list(
    trx: TenantTransaction,
    importId: string,
    page: { offset: number; limit: number },
  ): Promise<{ items: RejectedRow[]; total: number }> {
    const rows = await trx('rejected_rows')
      .where(keyOf(importId))
      .orderBy('row_number')
      .offset(page.offset)
      .limit(page.limit);
    const [{ total }] = await trx('rejected_rows')
      .where(keyOf(importId))
      .count({ total: '*' });
    return { items: rows.map(toRejectedRow), total: toCount(total) };
  }

  /** Those that come after a row number, so that a long list is read in parts. */
  async listAfter(
    trx: TenantTransaction,
    importId: string,
    after: number,
    limit: number,
  ): Promise<RejectedRow[]> {
    const rows = await trx('rejected_rows')
      .where(keyOf(importId))
      .where('row_number', '>', after)
      .orderBy('row_number')
      .limit(limit);
    return rows.map(toRejectedRow);
  }
}

function keyOf(importId: string) {
  return { tenant_id: BUSINESS_TENANT, import_id: importId };
}

function toRejectedRow(row: Record<string, any>): RejectedRow {
  return {
    row: toCount(row.row_number),
    reasons: row.reasons,
    raw: row.raw,
  };
}
