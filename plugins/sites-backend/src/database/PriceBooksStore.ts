import { ConflictError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { toAmount } from '../domain/amounts';
import { newId } from '../domain/ids';
import type { PriceBook, PriceItem } from '../domain/PriceBook';

/** What a draft says. */
export type PriceBookContent = Pick<
  PriceBook,
  'version' | 'currency' | 'source' | 'items'
>;

/**
 * Versions of the prices. They are the business's own, so every method takes a
 * transaction of its door, of the tenant `default`.
 */
export class PriceBooksStore {
  /** Lets one change of the versions at a time happen. */
  async lock(trx: TenantTransaction): Promise<void> {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      JSON.stringify(['sites.price-books']),
    ]);
  }

  /** Newest first, without their items. */
  async list(trx: TenantTransaction): Promise<Omit<PriceBook, 'items'>[]> {
    const rows = await trx('price_books')
      .where({ tenant_id: BUSINESS_TENANT })
      .orderBy('created_at', 'desc');
    return rows.map(toHead);
  }

  /** The version that holds at this time; none before the first one. */
  async findInForce(
    trx: TenantTransaction,
    at: Date,
  ): Promise<PriceBook | undefined> {
    const row = await trx('price_books')
      .where({ tenant_id: BUSINESS_TENANT, state: 'published' })
      .where('valid_from', '<=', at)
      .orderBy([
        { column: 'valid_from', order: 'desc' },
        { column: 'published_at', order: 'desc' },
      ])
      .first();
    return row && this.withItems(trx, row);
  }

  /** @throws NotFoundError */
  async get(trx: TenantTransaction, priceBookId: string): Promise<PriceBook> {
    const row = await trx('price_books')
      .where({ tenant_id: BUSINESS_TENANT, price_book_id: priceBookId })
      .first();
    if (!row) {
      throw new NotFoundError(`There are no prices '${priceBookId}'`);
    }
    return this.withItems(trx, row);
  }

  /** @throws ConflictError when another version has the name */
  async insert(
    trx: TenantTransaction,
    content: PriceBookContent,
    by: string,
  ): Promise<PriceBook> {
    const { version, currency, source } = content;
    await this.assertFree(trx, version);
    const priceBookId = newId('prc');
    await trx('price_books').insert({
      tenant_id: BUSINESS_TENANT,
      price_book_id: priceBookId,
      version,
      state: 'draft',
      currency,
      source,
      created_by: by,
    });
    await this.insertItems(trx, priceBookId, content.items);
    return this.get(trx, priceBookId);
  }

  /**
   * Lets a draft say this instead.
   *
   * @throws ConflictError when another version has the name
   */
  async update(
    trx: TenantTransaction,
    priceBookId: string,
    content: PriceBookContent,
  ): Promise<PriceBook> {
    const { version, currency, source } = content;
    await this.assertFree(trx, version, priceBookId);
    await trx('price_books')
      .where(keyOf(priceBookId))
      .update({ version, currency, source });
    await trx('price_items').where(keyOf(priceBookId)).delete();
    await this.insertItems(trx, priceBookId, content.items);
    return this.get(trx, priceBookId);
  }

  async publish(
    trx: TenantTransaction,
    priceBookId: string,
    { by, validFrom }: { by: string; validFrom: Date },
  ): Promise<PriceBook> {
    await trx('price_books').where(keyOf(priceBookId)).update({
      state: 'published',
      valid_from: validFrom,
      published_by: by,
      published_at: trx.fn.now(),
    });
    return this.get(trx, priceBookId);
  }

  async delete(trx: TenantTransaction, priceBookId: string): Promise<void> {
    await trx('price_items').where(keyOf(priceBookId)).delete();
    await trx('price_books').where(keyOf(priceBookId)).delete();
  }

  private async assertFree(
    trx: TenantTransaction,
    version: string,
    exceptFor?: string,
  ): Promise<void> {
    const row = await trx('price_books')
      .where({ tenant_id: BUSINESS_TENANT, version })
      .first('price_book_id');
    if (row && row.price_book_id !== exceptFor) {
      throw new ConflictError(
        `There are prices called '${version}' already. Choose another name.`,
      );
    }
  }

  private async insertItems(
    trx: TenantTransaction,
    priceBookId: string,
    items: readonly PriceItem[],
  ): Promise<void> {
    if (items.length > 0) {
      await trx('price_items').insert(
        items.map(item => ({ ...keyOf(priceBookId), ...item })),
      );
    }
  }

  private async withItems(
    trx: TenantTransaction,
    row: Record<string, any>,
  ): Promise<PriceBook> {
    const items = await trx('price_items')
      .where(keyOf(row.price_book_id))
      .orderBy(['cloud', 'item'])
      .select('cloud', 'item', 'amount');
    return {
      ...toHead(row),
      items: items.map(({ cloud, item, amount }) => ({
        cloud,
        item,
        amount: toAmount(amount),
      })),
    };
  }
}

function keyOf(priceBookId: string) {
  return { tenant_id: BUSINESS_TENANT, price_book_id: priceBookId };
}

function toHead(row: Record<string, any>): Omit<PriceBook, 'items'> {
  return {
    priceBookId: row.price_book_id,
    version: row.version,
    state: row.state,
    currency: row.currency,
    source: row.source,
    validFrom: row.valid_from ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
    publishedBy: row.published_by ?? undefined,
    publishedAt: row.published_at ?? undefined,
  };
}
