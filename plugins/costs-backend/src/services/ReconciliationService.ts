import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  receiveUpload,
  type TenantDatabase,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Decimal } from 'decimal.js';
import type { CostsAudit } from '../audit/CostsAudit';
import type { InvoiceKey, InvoicesStore } from '../database/InvoicesStore';
import type { SourcesStore } from '../database/SourcesStore';
import { assertBillingPeriod } from '../domain/billingPeriod';
import { totalsOf, type StatedTotal } from '../domain/InvoiceLine';
import type { ImportFiles } from '../imports/ImportFiles';
import { readInvoiceLines } from '../imports/readInvoiceLines';
import { reconcile, type Reconciliation } from '../domain/Reconciliation';

const MOST_BYTES = 32 * 1024 * 1024;

/** Whether rows and providers' invoices say the same. Callers have been authorized before. */
export class ReconciliationService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
    files: Pick<ImportFiles, 'scratch'>;
    invoices: InvoicesStore;
    sources: Pick<SourcesStore, 'get'>;
  }): ReconciliationService {
    return new ReconciliationService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof ReconciliationService.create>[0],
  ) {}

  /** Newest billing period first. */
  async listReconciliations(): Promise<Reconciliation[]> {
    const { database, invoices } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx =>
      reconcile(await invoices.listSums(trx), await invoices.listTotals(trx)),
    );
  }

  /**
   * Keeps what an invoice says, or why it says something else than its rows.
   *
   * @throws NotFoundError about the source, InputError about the period
   */
  async setInvoiceTotal(
    key: InvoiceKey,
    said: { total: string; explanation?: string; by: string },
  ): Promise<void> {
    const { audit, database, invoices, sources } = this.deps;
    assertBillingPeriod(key.billingPeriod);
    await database.transaction(BUSINESS_TENANT, async trx => {
      const { name } = await sources.get(trx, key.sourceId);
      const before = await invoices.findTotal(trx, key);
      await invoices.keepTotal(trx, key, said);
      await audit.invoiceTotalSet(
        trx,
        { ...key, name },
        { before, after: said },
      );
    });
  }

  /**
   * Keeps what the invoices of a list say, all of them or none.
   *
   * @returns how many there are, and how many of them were entered before
   * @throws NotFoundError about the source, InputError with what is wrong in
   *   which row
   */
  async importInvoiceTotals(
    sourceId: string,
    upload: Readable,
    { by }: { by: string },
  ): Promise<{ entered: number; unchanged: number }> {
    const { database, files, invoices, sources } = this.deps;
    const source = await database.transaction(BUSINESS_TENANT, trx =>
      sources.get(trx, sourceId),
    );
    const { file } = await receiveUpload(upload, files.scratch, {
      bytes: MOST_BYTES,
      tooLarge: `The list is larger than ${MOST_BYTES / 1024 / 1024} MB. Split it by month.`,
    });
    try {
      const { isDetail, lines } = await readInvoiceLines(file, files.scratch);
      return await database.transaction(BUSINESS_TENANT, async trx => {
        const known = (await invoices.listSums(trx)).filter(
          it => it.sourceId === sourceId,
        );
        const totals = totalsOf(lines, known, { hasSeveralLines: isDetail });
        return this.keepTotals(trx, { ...source, totals, by });
      });
    } finally {
      await fs.rm(file, { force: true });
    }
  }

  private async keepTotals(
    trx: TenantTransaction,
    stated: {
      sourceId: string;
      name: string;
      totals: readonly StatedTotal[];
      by: string;
    },
  ): Promise<{ entered: number; unchanged: number }> {
    const { audit, invoices } = this.deps;
    const { by, name, sourceId, totals } = stated;
    let entered = 0;
    for (const { total, ...invoice } of totals) {
      const key = { ...invoice, sourceId };
      const before = await invoices.findTotal(trx, key);
      // What was explained stays so, as long as it is the same difference.
      if (!before || !new Decimal(before.total).equals(total)) {
        const after = { total, by };
        await invoices.keepTotal(trx, key, after);
        await audit.invoiceTotalSet(
          trx,
          { ...key, name },
          { before, after },
          'importInvoiceTotals',
        );
        entered += 1;
      }
    }
    return { entered, unchanged: totals.length - entered };
  }

  /** @throws NotFoundError when there is none */
  async removeInvoiceTotal(key: InvoiceKey): Promise<void> {
    const { audit, database, invoices } = this.deps;
    await database.transaction(BUSINESS_TENANT, async trx => {
      const before = await invoices.findTotal(trx, key);
      if (!before) {
        throw new NotFoundError(
          `Nobody has entered what invoice '${key.invoiceId}' of ${key.billingPeriod} says in ${key.currency}`,
        );
      }
      await invoices.removeTotal(trx, key);
      await audit.invoiceTotalSet(
        trx,
        { ...key, name: before.sourceName },
        { before },
      );
    });
  }
}
