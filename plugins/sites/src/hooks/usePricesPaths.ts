import { useRouteRef } from '@backstage/frontend-plugin-api';
import { priceBookRouteRef, pricesRouteRef } from '../routes';

/** Where the pages of the price book are mounted. */
export function usePricesPaths() {
  const list = useRouteRef(pricesRouteRef);
  const book = useRouteRef(priceBookRouteRef);
  return {
    list: list?.() ?? '',
    book: (priceBookId: string) => book?.({ priceBookId }) ?? '',
  };
}
