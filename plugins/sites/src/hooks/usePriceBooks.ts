import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { pricesApiRef, type PriceBook, type PriceBookList } from '../api';

/** All versions of the prices. */
export function usePriceBooks() {
  const api = useApi(pricesApiRef);
  return useLoaded<PriceBookList>({
    key: ['sites', 'price-books'],
    load: () => api.listPriceBooks(),
  });
}

/** One version with all its prices; nothing is asked without an id. */
export function usePriceBook(priceBookId: string | undefined) {
  const api = useApi(pricesApiRef);
  return useLoaded<PriceBook>({
    key: priceBookId ? ['sites', 'price-book', priceBookId] : undefined,
    load: () => api.getPriceBook(priceBookId!),
  });
}
