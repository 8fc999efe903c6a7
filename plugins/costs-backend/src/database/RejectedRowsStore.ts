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
  /** The import that brought it right. */
  correctedBy?: string;
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

  /**
   * Those without a correction that come after a row number, so that a long list
   * is read in parts.
   */
  async listOpenAfter(
    trx: TenantTransaction,
    importId: string,
    after: number,
    limit: number,
  ): Promise<RejectedRow[]> {
    const rows = await trx('rejected_rows')
      .where(keyOf(importId))
      .where('row_number', '>', after)
      .whereNull('corrected_by')
      .orderBy('row_number')
      .limit(limit);
    return rows.map(toRejectedRow);
  }

  /** Says that rows came in by a later import. */
  async markCorrected(
    trx: TenantTransaction,
    importId: string,
    correction: { by: string; rows: readonly number[] },
  ): Promise<void> {
    await trx('rejected_rows')
      .where(keyOf(importId))
      .whereRaw('row_number = any (?::bigint[])', [[...correction.rows]])
      .update({ corrected_by: correction.by });
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
    ...(row.corrected_by && { correctedBy: row.corrected_by }),
  };
}
