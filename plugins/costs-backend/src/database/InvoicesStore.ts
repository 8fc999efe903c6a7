import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { InvoiceSum, InvoiceTotal } from '../domain/Reconciliation';
import type { SourcePeriodKey } from './CostRollups';
import { toCount } from '../domain/toCount';

/** Names one invoice of a source, in one currency. */
export interface InvoiceKey extends SourcePeriodKey {
  /** Empty for what no invoice is named for. */
  invoiceId: string;
  currency: string;
}

/**
 * What rows add up to by invoice, and what invoices say. They are the
 * business's own.
 */
export class InvoicesStore {
  /**
   * Sums up one partition by invoice, into a table that ends with the
   * transaction. Asked as the owner of the partition.
   */
  async sumUp(trx: TenantTransaction, partition: string): Promise<void> {
    await trx.raw(
      `create temp table fresh_invoice_sums on commit drop as
       select invoice_id, invoice_issuer_name, billing_currency as currency,
              charge_category, sum(billed_cost) as billed, count(*) as charges
         from ?? group by 1, 2, 3, 4`,
      [partition],
    );
    await trx.raw('grant select on fresh_invoice_sums to freehold_all');
  }

  /** Lets the fresh sums take the place of the old ones. For the all-tenants door. */
  async replace(
    trx: TenantTransaction,
    { billingPeriod, sourceId }: SourcePeriodKey,
  ): Promise<void> {
    await trx('invoice_sums')
      .where({
        tenant_id: BUSINESS_TENANT,
        source_id: sourceId,
        billing_period: billingPeriod,
      })
      .delete();
    await trx.raw(
      `insert into invoice_sums (tenant_id, source_id, billing_period, line,
         invoice_id, invoice_issuer_name, currency, charge_category, billed, charges)
       select ?, ?, ?, row_number() over (), fresh.* from fresh_invoice_sums fresh`,
      [BUSINESS_TENANT, sourceId, billingPeriod],
    );
  }

  /** Takes the table of {@link InvoicesStore.sumUp} away. */
  async forget(trx: TenantTransaction): Promise<void> {
    await trx.raw('drop table fresh_invoice_sums');
  }

  async listSums(trx: TenantTransaction): Promise<InvoiceSum[]> {
    const { rows } = await trx.raw(
      `with sums as (
         select source_id, billing_period, coalesce(invoice_id, '') as invoice_id,
                currency, charge_category, min(invoice_issuer_name) as issuer,
                sum(billed) as billed, sum(charges) as charges
           from invoice_sums where tenant_id = :tenant group by 1, 2, 3, 4, 5)
       select source_id, name as source_name, billing_period::text as billing_period,
              invoice_id, min(issuer) as issuer, currency,
              sum(charges)::text as charges,
              json_object_agg(charge_category, billed::text) as categories
         from sums join cost_sources using (source_id)
        where cost_sources.tenant_id = :tenant
        group by 1, 2, 3, 4, 6`,
      { tenant: BUSINESS_TENANT },
    );
    return rows.map((row: Record<string, any>) => ({
      sourceId: row.source_id,
      sourceName: row.source_name,
      billingPeriod: row.billing_period,
      invoiceId: row.invoice_id,
      issuer: row.issuer ?? undefined,
      currency: row.currency,
      charges: toCount(row.charges),
      categories: row.categories,
    }));
  }

  async listTotals(trx: TenantTransaction): Promise<InvoiceTotal[]> {
    return (await selectTotals(trx)).map(toTotal);
  }

  async findTotal(
    trx: TenantTransaction,
    key: InvoiceKey,
  ): Promise<InvoiceTotal | undefined> {
    const row = await selectTotals(trx)
      .where({
        'invoice_totals.source_id': key.sourceId,
        billing_period: key.billingPeriod,
        invoice_id: key.invoiceId,
        currency: key.currency,
      })
      .first();
    return row && toTotal(row);
  }

  async keepTotal(
    trx: TenantTransaction,
    key: InvoiceKey,
    said: { total: string; explanation?: string; by: string },
  ): Promise<void> {
    await trx('invoice_totals')
      .insert({
        ...rowKey(key),
        total: said.total,
        explanation: said.explanation ?? null,
        entered_by: said.by,
        entered_at: trx.fn.now(),
      })
      .onConflict([
        'tenant_id',
        'source_id',
        'billing_period',
        'invoice_id',
        'currency',
      ])
      .merge();
  }

  async removeTotal(trx: TenantTransaction, key: InvoiceKey): Promise<void> {
    await trx('invoice_totals').where(rowKey(key)).delete();
  }
}

function selectTotals(trx: TenantTransaction) {
  return trx('invoice_totals')
    .join('cost_sources', {
      'cost_sources.source_id': 'invoice_totals.source_id',
    })
    .where({
      'invoice_totals.tenant_id': BUSINESS_TENANT,
      'cost_sources.tenant_id': BUSINESS_TENANT,
    })
    .select(
      'invoice_totals.*',
      'name as source_name',
      trx.raw('billing_period::text as period'),
      trx.raw('total::text as total'),
    );
}

function rowKey(key: InvoiceKey) {
  return {
    tenant_id: BUSINESS_TENANT,
    source_id: key.sourceId,
    billing_period: key.billingPeriod,
    invoice_id: key.invoiceId,
    currency: key.currency,
  };
}

function toTotal(row: Record<string, any>): InvoiceTotal {
  return {
    sourceId: row.source_id,
    sourceName: row.source_name,
    billingPeriod: row.period,
    invoiceId: row.invoice_id,
    currency: row.currency,
    total: row.total,
    explanation: row.explanation ?? undefined,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  };
}
