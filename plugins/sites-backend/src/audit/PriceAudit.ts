import type { JsonObject } from '@backstage/types';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  whatDiffers,
  type AuditEntry,
  type Outbox,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import type { MonthlyLimit } from '../database/MonthlyLimitsStore';
import type { PriceBook } from '../domain/PriceBook';

/** Puts on the record what happens to prices and to limits of cost. */
export class PriceAudit {
  static create(outbox: Pick<Outbox, 'recordAudit'>): PriceAudit {
    return new PriceAudit(outbox);
  }

  private constructor(private readonly outbox: Pick<Outbox, 'recordAudit'>) {}

  async created(trx: TenantTransaction, draft: PriceBook): Promise<void> {
    await this.record(trx, draft, {
      action: 'createPriceBook',
      after: toStatement(draft),
    });
  }

  async updated(
    trx: TenantTransaction,
    before: PriceBook,
    after: PriceBook,
  ): Promise<void> {
    await this.record(trx, after, {
      action: 'updatePriceBook',
      ...whatDiffers(toStatement(before), toStatement(after)),
    });
  }

  async published(trx: TenantTransaction, book: PriceBook): Promise<void> {
    await this.record(trx, book, {
      action: 'publishPriceBook',
      after: {
        ...toStatement(book),
        validFrom: book.validFrom!.toISOString(),
      },
    });
  }

  async deleted(trx: TenantTransaction, draft: PriceBook): Promise<void> {
    await this.record(trx, draft, {
      action: 'deletePriceBook',
      before: toStatement(draft),
    });
  }

  /** @param limits.after - undefined when there is to be none */
  async limitSet(
    trx: TenantTransaction,
    customer: { slug: string; name: string },
    limits: { before?: MonthlyLimit; after?: MonthlyLimit; reason: string },
  ): Promise<void> {
    const say = (limit?: MonthlyLimit) => ({
      monthlyLimit: limit ? `${limit.amount} ${limit.currency}` : null,
    });
    await this.outbox.recordAudit(trx, {
      tenant: customer.slug,
      action: 'setMonthlyLimit',
      object: { kind: 'customer', id: customer.slug, name: customer.name },
      reason: limits.reason,
      before: say(limits.before),
      after: say(limits.after),
    });
  }

  private async record(
    trx: TenantTransaction,
    { priceBookId, version }: PriceBook,
    entry: Pick<AuditEntry, 'action' | 'before' | 'after'>,
  ): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      object: { kind: 'price-book', id: priceBookId, name: version },
      ...entry,
    });
  }
}

/** What a version says; each price by its own name, so that changes show. */
function toStatement(book: PriceBook): JsonObject {
  const { version, currency, source, items } = book;
  const prices = items.map(({ cloud, item, amount }) => [
    `${cloud}.${item}`,
    amount,
  ]);
  return { version, currency, source, ...Object.fromEntries(prices) };
}
