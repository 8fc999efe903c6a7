import { NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { CostsAudit } from '../audit/CostsAudit';
import type { InvoiceKey, InvoicesStore } from '../database/InvoicesStore';
import type { SourcesStore } from '../database/SourcesStore';
import { assertBillingPeriod } from '../domain/billingPeriod';
import { reconcile, type Reconciliation } from '../domain/Reconciliation';

/** Whether rows and providers' invoices say the same. Callers have been authorized before. */
export class ReconciliationService {
  static create(options: {
    audit: CostsAudit;
    database: TenantDatabase;
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
