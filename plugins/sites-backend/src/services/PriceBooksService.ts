import { ConflictError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import type { PriceAudit } from '../audit/PriceAudit';
import type {
  PriceBookContent,
  PriceBooksStore,
} from '../database/PriceBooksStore';
import { toAmount } from '../domain/amounts';
import { offer, type Assortment, type Offering } from '../domain/Offering';
import {
  assertDraft,
  assertKnownItems,
  beginOf,
  type PriceBook,
} from '../domain/PriceBook';
import { priceItemsOf } from '../domain/priceSite';

/** All versions, and which of them holds now. */
export interface PriceBookList {
  items: Omit<PriceBook, 'items'>[];
  inForce: string;
}

/** A version, with what is offered and has no price in it. */
export type ShownPriceBook = PriceBook & {
  unpriced: { cloud: string; item: string }[];
};

/** The prices of the business, in versions. Callers have been authorized before. */
export class PriceBooksService {
  static create(options: {
    assortment: Assortment;
    audit: PriceAudit;
    database: TenantDatabase;
    priceBooks: PriceBooksStore;
  }): PriceBooksService {
    return new PriceBooksService(options);
  }

  private constructor(
    private readonly deps: Parameters<typeof PriceBooksService.create>[0],
  ) {}

  /** Makes these the first version, unless there is one. */
  async begin(firstPrices: PriceBookContent): Promise<void> {
    const { database, priceBooks } = this.deps;
    await database.transaction(BUSINESS_TENANT, async trx => {
      await priceBooks.lock(trx);
      if ((await priceBooks.list(trx)).length > 0) {
        return;
      }
      const by = 'plugin:sites';
      const { priceBookId } = await priceBooks.insert(trx, firstPrices, by);
      await priceBooks.publish(trx, priceBookId, { by, validFrom: new Date() });
    });
  }

  /** The version that holds now. */
  async current(): Promise<PriceBook> {
    const { database, priceBooks } = this.deps;
    const book = await database.transaction(BUSINESS_TENANT, trx =>
      priceBooks.findInForce(trx, new Date()),
    );
    if (!book) {
      throw new ConflictError(
        'There are no prices yet, so nothing can be ordered. Ask the hosting team.',
      );
    }
    return book;
  }

  /** What can be ordered now, and what it costs. */
  async getOffering(): Promise<Offering> {
    return offer(this.deps.assortment, await this.current());
  }

  async listPriceBooks(): Promise<PriceBookList> {
    const { database, priceBooks } = this.deps;
    const { priceBookId: inForce } = await this.current();
    const items = await database.transaction(BUSINESS_TENANT, trx =>
      priceBooks.list(trx),
    );
    return { items, inForce };
  }

  /** @throws NotFoundError */
  async getPriceBook(priceBookId: string): Promise<ShownPriceBook> {
    const book = await this.deps.database.transaction(BUSINESS_TENANT, trx =>
      this.deps.priceBooks.get(trx, priceBookId),
    );
    return this.withUnpriced(book);
  }

  /**
   * Begins a draft that says what holds now.
   *
   * @throws ConflictError when the name is taken
   */
  async createPriceBook(
    version: string,
    options: { source: string; by: string },
  ): Promise<ShownPriceBook> {
    const { audit, database, priceBooks } = this.deps;
    const { source, by } = options;
    const { currency, items } = await this.current();
    return database.transaction(BUSINESS_TENANT, async trx => {
      await priceBooks.lock(trx);
      const content = { version, source, currency, items };
      const draft = await priceBooks.insert(trx, content, by);
      await audit.created(trx, draft);
      return this.withUnpriced(draft);
    });
  }

  /** @throws NotFoundError, InputError, ConflictError unless it is a draft */
  async updatePriceBook(
    priceBookId: string,
    changes: Partial<PriceBookContent>,
  ): Promise<ShownPriceBook> {
    const { assortment, audit, database, priceBooks } = this.deps;
    if (changes.items) {
      assertKnownItems(
        changes.items,
        new Map(assortment.clouds.map(it => [it.id, priceItemsOf(it)])),
      );
    }
    return database.transaction(BUSINESS_TENANT, async trx => {
      await priceBooks.lock(trx);
      const before = await priceBooks.get(trx, priceBookId);
      assertDraft(before);
      const after = await priceBooks.update(trx, priceBookId, {
        ...before,
        ...changes,
        items: (changes.items ?? before.items).map(item => ({
          ...item,
          amount: toAmount(item.amount),
        })),
      });
      await audit.updated(trx, before, after);
      return this.withUnpriced(after);
    });
  }

  /**
   * Lets a draft hold from a day on, for good.
   *
   * @throws NotFoundError, InputError, ConflictError unless it is a draft
   */
  async publishPriceBook(
    priceBookId: string,
    options: { validFrom: string; by: string },
  ): Promise<ShownPriceBook> {
    const { audit, database, priceBooks } = this.deps;
    return database.transaction(BUSINESS_TENANT, async trx => {
      await priceBooks.lock(trx);
      const draft = await priceBooks.get(trx, priceBookId);
      assertDraft(draft);
      const published = await priceBooks.publish(trx, priceBookId, {
        by: options.by,
        validFrom: beginOf(options.validFrom, new Date()),
      });
      await audit.published(trx, published);
      return this.withUnpriced(published);
    });
  }

  /** @throws NotFoundError, ConflictError unless it is a draft */
  async deletePriceBook(priceBookId: string): Promise<void> {
    const { audit, database, priceBooks } = this.deps;
    await database.transaction(BUSINESS_TENANT, async trx => {
      await priceBooks.lock(trx);
      const draft = await priceBooks.get(trx, priceBookId);
      assertDraft(draft);
      await priceBooks.delete(trx, priceBookId);
      await audit.deleted(trx, draft);
    });
  }

  private withUnpriced(book: PriceBook): ShownPriceBook {
    const priced = new Set(
      book.items.map(({ cloud, item }) => JSON.stringify([cloud, item])),
    );
    const unpriced = this.deps.assortment.clouds
      .flatMap(cloud =>
        priceItemsOf(cloud).map(item => ({ cloud: cloud.id, item })),
      )
      .filter(({ cloud, item }) => !priced.has(JSON.stringify([cloud, item])));
    return { ...book, unpriced };
  }
}
