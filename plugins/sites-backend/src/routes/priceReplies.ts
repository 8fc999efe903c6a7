import type { SitesComponents } from '@freehold/plugin-sites-common';
import type { PriceBook } from '../domain/PriceBook';
import type { MonthlyCost } from '../services/MonthlyLimitsService';
import type { ShownPriceBook } from '../services/PriceBooksService';

type Schemas = SitesComponents['schemas'];

/** A version of the prices as lists show it. */
export function toPriceBookHeadReply(
  book: Omit<PriceBook, 'items'>,
): Schemas['PriceBookHead'] {
  return {
    priceBookId: book.priceBookId,
    version: book.version,
    state: book.state,
    currency: book.currency,
    source: book.source,
    validFrom: book.validFrom?.toISOString(),
    createdBy: book.createdBy,
    createdAt: book.createdAt.toISOString(),
    publishedBy: book.publishedBy,
    publishedAt: book.publishedAt?.toISOString(),
  };
}

/** A version of the prices, with all it says. */
export function toPriceBookReply(book: ShownPriceBook): Schemas['PriceBook'] {
  const { items, unpriced } = book;
  return { ...toPriceBookHeadReply(book), items, unpriced };
}

/** What a customer spends a month, and may. */
export function toMonthlyCostReply({
  limit,
  totals,
  sites,
}: MonthlyCost): Schemas['MonthlyCost'] {
  return {
    limit: limit && { ...limit, setAt: limit.setAt.toISOString() },
    totals,
    sites,
  };
}
