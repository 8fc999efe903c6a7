import { useApi } from '@backstage/frontend-plugin-api';
import { pricesApiRef, type PriceBook, type PriceBookList } from '../api';
import { useLoaded } from './useLoaded';

/** All versions of the prices. */
export function usePriceBooks() {
  const api = useApi(pricesApiRef);
  return useLoaded<PriceBookList>({
    key: ['price-books'],
    load: () => api.listPriceBooks(),
  });
}

/** One version with all its prices; nothing is asked without an id. */
export function usePriceBook(priceBookId: string | undefined) {
  const api = useApi(pricesApiRef);
  return useLoaded<PriceBook>({
    key: priceBookId ? ['price-book', priceBookId] : undefined,
    load: () => api.getPriceBook(priceBookId!),
  });
}
