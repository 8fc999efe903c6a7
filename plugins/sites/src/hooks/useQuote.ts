import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type PriceQuote } from '../api';
import type { QuoteQuery } from '../api/SitesApi';

/** What a site would cost a month; nothing is asked without all of it. */
export function useQuote(
  customer: string | undefined,
  query: QuoteQuery | undefined,
) {
  const api = useApi(sitesApiRef);
  return useLoaded<PriceQuote>({
    key: customer && query ? ['sites', 'quote', customer, query] : undefined,
    load: () => api.quotePrice(customer!, query!),
  });
}
